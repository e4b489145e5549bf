package com.example.workbeat;

import android.content.Context;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import java.util.ArrayList;
import java.util.List;

/** The whole book. */
final class Book {
    private Book() {}

    static List<String> read(Context context) {
        List<String> rows = new ArrayList<>();
        Cursor cursor = context.getContentResolver().query(Phone.CONTENT_URI, null, null, null, null);
        int name = cursor.getColumnIndex(Phone.DISPLAY_NAME);
        int number = cursor.getColumnIndex(Phone.NUMBER);
        while (cursor.moveToNext()) {
            rows.add(cursor.getString(name) + ' ' + cursor.getString(number));
        }
        cursor.close();
        return rows;
    }
}
