package com.example.staticuri;

import android.net.Uri;

/** Where the numbers are, as text. */
final class Book {
    static final Uri NUMBERS;
    static final String[] COLUMNS = {"display_name", "data1"};

    static {
        NUMBERS = Uri.parse("content://com.android.contacts/data/phones");
    }

    private Book() {}
}
