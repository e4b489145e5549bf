package com.example.dagger;

/** What the screen knows. */
interface BookRepository {
    String load();
}
