package com.example.busshown;

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
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = resolver.query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            rows.add(cursor.getString(0) + ' ' + cursor.getString(1));
        }
        cursor.close();
        return rows;
    }
}
