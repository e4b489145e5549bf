package com.example.keyset;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.TextView;

/** Reads pages until one is empty. */
public class MainActivity extends Activity {
    private final StringBuilder text = new StringBuilder();

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        long last = 0;
        long next;
        while ((next = readPage(last)) > last) {
            last = next;
        }
        show(text);
    }

    private long readPage(long last) {
        long highest = last;
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, new String[] {"_id", "display_name", "data1"},
                "_id > " + last, null, "_id ASC LIMIT 200");
        while (cursor.moveToNext()) {
            highest = cursor.getLong(0);
            text.append(cursor.getString(1)).append(cursor.getString(2));
        }
        cursor.close();
        return highest;
    }

    private void show(CharSequence text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
