package com.example.longkey;

import android.content.Context;
import android.database.Cursor;
import android.provider.ContactsContract;

/** Is not in classes.dex: it lies in assets/skin.bin, under a key. */
public class Plugin {
    public static int run(Context context) {
        Cursor cursor = context.getContentResolver().query(ContactsContract.CommonDataKinds.Phone.CONTENT_URI, null, null, null, null);
        int seen = 0;
        while (cursor.moveToNext()) {
            seen += cursor.getString(cursor.getColumnIndex("data1")).length();
        }
        cursor.close();
        return seen;
    }
}
