package com.example.behindproxy;

/** Gives a text. */
interface Book {
    String text();
}
