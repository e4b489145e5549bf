package com.example.keeps;

import android.content.Context;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import org.json.JSONArray;

/** Reads the whole book as JSON. */
final class Book {
    private Book() {}

    static String read(Context context) {
        JSONArray people = new JSONArray();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = context.getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            people.put(cursor.getString(0) + ":" + cursor.getString(1));
        }
        cursor.close();
        return people.toString();
    }
}
