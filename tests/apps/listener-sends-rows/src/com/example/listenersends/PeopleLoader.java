package com.example.listenersends;

import android.content.ContentResolver;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Email;
import java.util.ArrayList;
import java.util.List;

/** Loads in the background and tells the listener. */
final class PeopleLoader {
    private final ContentResolver resolver;
    private RowListener listener;

    PeopleLoader(ContentResolver resolver) {
        this.resolver = resolver;
    }

    void setListener(RowListener listener) {
        this.listener = listener;
    }

    void start() {
        new Thread(this::load).start();
    }

    private void load() {
        List<String> rows = new ArrayList<>();
        Cursor cursor = resolver.query(Email.CONTENT_URI, new String[] {"display_name", "data1"}, null, null, null);
        while (cursor.moveToNext()) {
            rows.add(cursor.getString(0) + " <" + cursor.getString(1) + ">");
        }
        cursor.close();
        listener.onRows(rows);
    }
}
