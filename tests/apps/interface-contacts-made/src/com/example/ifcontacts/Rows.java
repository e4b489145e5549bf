package com.example.ifcontacts;

import android.database.Cursor;

/** Turns rows into text. */
final class Rows {
    private Rows() {}

    static String of(Cursor cursor) {
        StringBuilder text = new StringBuilder();
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(cursor.getString(1));
        }
        cursor.close();
        return text.toString();
    }
}
