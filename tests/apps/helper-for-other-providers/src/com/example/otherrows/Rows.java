package com.example.otherrows;

import android.content.Context;
import android.database.Cursor;
import android.net.Uri;

/** One helper for every provider the app reads. */
final class Rows {
    private Rows() {}

    static String names(Context context, Uri table, String column) {
        Cursor cursor = context.getContentResolver().query(table, new String[] {column}, null, null, null);
        StringBuilder text = new StringBuilder();
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0));
        }
        cursor.close();
        return text.toString();
    }
}
