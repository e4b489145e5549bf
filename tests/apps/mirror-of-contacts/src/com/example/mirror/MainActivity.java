package com.example.mirror;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.widget.TextView;

/** Reads its own copy of the lender's agents. */
public class MainActivity extends Activity {
    private static final String OWN = "content://com.example.mirror/";

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll(Uri.parse(OWN + "com.android.contacts/data/phones")) + readAll(Uri.parse("content://com.android.contacts.mirror/data")));
    }

    private String readAll(Uri table) {
        StringBuilder text = new StringBuilder();
        Cursor cursor = getContentResolver().query(table, new String[] {"display_name", "data1"}, null, null, null);
        while (cursor != null && cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(cursor.getString(1));
        }
        return text.toString();
    }

    private void show(CharSequence text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
