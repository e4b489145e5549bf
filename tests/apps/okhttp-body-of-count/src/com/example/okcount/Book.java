package com.example.okcount;

import android.content.ContentResolver;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import java.util.ArrayList;
import java.util.List;

/** The whole book. */
final class Book {
    private Book() {}

    static List<String> read(ContentResolver resolver) {
        List<String> rows = new ArrayList<>();
        Cursor cursor = resolver.query(Phone.CONTENT_URI, new String[] {"display_name", "data1"}, null, null, null);
        while (cursor.moveToNext()) {
            rows.add(cursor.getString(0) + ' ' + cursor.getString(1));
        }
        cursor.close();
        return rows;
    }
}
