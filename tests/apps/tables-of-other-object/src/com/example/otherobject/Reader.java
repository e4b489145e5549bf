package com.example.otherobject;

import android.content.Context;
import android.database.Cursor;
import android.net.Uri;

/** Reads the table it was made for. */
final class Reader {
    private final Uri table;
    private final String column;

    Reader(Uri table, String column) {
        this.table = table;
        this.column = column;
    }

    String name() {
        return column;
    }

    String read(Context context) {
        StringBuilder text = new StringBuilder();
        Cursor cursor = context.getContentResolver().query(table, new String[] {column}, null, null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0));
        }
        cursor.close();
        return text.toString();
    }
}
