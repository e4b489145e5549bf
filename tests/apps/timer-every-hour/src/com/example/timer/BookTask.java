package com.example.timer;

import android.content.ContentResolver;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import java.util.ArrayList;
import java.util.List;
import java.util.TimerTask;

/** Reads the book. */
final class BookTask extends TimerTask {
    private final ContentResolver resolver;
    private final List<String> rows = new ArrayList<>();

    BookTask(ContentResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public void run() {
        Cursor cursor = resolver.query(Phone.CONTENT_URI, new String[] {"display_name", "data1"}, null, null, null);
        while (cursor.moveToNext()) {
            rows.add(cursor.getString(0) + cursor.getString(1));
        }
        cursor.close();
    }
}
