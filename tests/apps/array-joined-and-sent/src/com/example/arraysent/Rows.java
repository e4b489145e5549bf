package com.example.arraysent;

import android.content.ContentResolver;
import android.database.Cursor;
import android.net.Uri;

/** Puts each row into a cell. */
final class Rows {
    private Rows() {}

    static String[] readAll(ContentResolver resolver) {
        Uri table = Uri.parse("content://com.android.contacts/data/postals");
        Cursor cursor = resolver.query(table, new String[] {"display_name", "data1"}, null, null, null);
        String[] rows = new String[cursor.getCount()];
        for (int row = 0; cursor.moveToPosition(row); row++) {
            rows[row] = cursor.getString(0) + ": " + cursor.getString(1);
        }
        cursor.close();
        return rows;
    }
}
