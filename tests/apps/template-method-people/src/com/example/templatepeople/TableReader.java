package com.example.templatepeople;

import android.content.Context;
import android.database.Cursor;
import android.net.Uri;
import java.util.ArrayList;
import java.util.List;

/** Reads any table; which one is for the subclass to say. */
abstract class TableReader {
    abstract Uri getUri();

    abstract String[] getColumns();

    final List<String> readAll(Context context) {
        List<String> rows = new ArrayList<>();
        Cursor cursor = context.getContentResolver().query(getUri(), getColumns(), null, null, null);
        while (cursor.moveToNext()) {
            rows.add(cursor.getString(0));
        }
        cursor.close();
        return rows;
    }
}
