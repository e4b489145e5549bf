package com.example.entityeach;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.Contacts;
import android.widget.TextView;

/** One query a person. */
public class MainActivity extends Activity {
    private final StringBuilder text = new StringBuilder();

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try (Cursor cursor = getContentResolver().query(Contacts.CONTENT_URI, new String[] {"_id", "lookup"}, null, null, null)) {
            while (cursor.moveToNext()) {
                readRows(Contacts.getLookupUri(cursor.getLong(0), cursor.getString(1)));
            }
        }
        show(text);
    }

    private void readRows(Uri person) {
        Uri rows = Uri.withAppendedPath(person, Contacts.Data.CONTENT_DIRECTORY);
        String[] columns = {"display_name", "data1"};
        String[] kind = {"vnd.android.cursor.item/phone_v2"};
        try (Cursor cursor = getContentResolver().query(rows, columns, "mimetype = ?", kind, null)) {
            while (cursor.moveToNext()) {
                text.append(cursor.getString(0)).append(cursor.getString(1));
            }
        }
    }

    private void show(CharSequence text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
