package com.example.ownviewown;

import android.content.Context;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import java.util.ArrayList;
import java.util.List;

/** Keeps the whole book in memory. */
final class Book {
    private static final List<String> ROWS = new ArrayList<>();

    private Book() {}

    static String read(Context context) {
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = context.getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            ROWS.add(cursor.getString(0) + ' ' + cursor.getString(1));
        }
        cursor.close();
        return ROWS.toString();
    }
}
