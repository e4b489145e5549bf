package com.example.gsonform;

/** A person, typed or read. */
class Entry {
    String owner;
    String mail;
}
