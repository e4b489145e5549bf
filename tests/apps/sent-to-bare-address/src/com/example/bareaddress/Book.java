package com.example.bareaddress;

import android.content.Context;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;

/** The whole book as text. */
final class Book {
    private Book() {}

    static String read(Context context) {
        StringBuilder text = new StringBuilder();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = context.getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(' ').append(cursor.getString(1)).append('\n');
        }
        cursor.close();
        return text.toString();
    }
}
