package com.example.columnloop;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.TextView;

/** Asks by name. */
public class MainActivity extends Activity {
    private static final String[] WANTED = {"display_name", "data1", "photo_uri"};

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll());
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, null, null, null, null);
        while (cursor.moveToNext()) {
            for (String column : WANTED) {
                text.append(column).append('=').append(cursor.getString(cursor.getColumnIndex(column)));
            }
        }
        cursor.close();
        return text.toString();
    }

    private void show(CharSequence text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
