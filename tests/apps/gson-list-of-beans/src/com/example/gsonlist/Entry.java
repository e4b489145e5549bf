package com.example.gsonlist;

/** One row. */
class Entry {
    String owner;
    String mail;
}
