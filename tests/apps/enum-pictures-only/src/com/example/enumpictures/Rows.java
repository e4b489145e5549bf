package com.example.enumpictures;

import android.content.Context;
import android.database.Cursor;
import java.util.ArrayList;
import java.util.List;

/** Reads one column of a table. */
final class Rows {
    private Rows() {}

    static List<String> of(Context context, Table table) {
        List<String> rows = new ArrayList<>();
        Cursor cursor = context.getContentResolver().query(table.uri, new String[] {table.column}, null, null, null);
        while (cursor.moveToNext()) {
            rows.add(cursor.getString(0));
        }
        cursor.close();
        return rows;
    }
}
