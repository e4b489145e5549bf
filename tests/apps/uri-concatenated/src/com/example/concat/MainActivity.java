package com.example.concat;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.widget.TextView;

/** The compiler cannot fold these strings into one. */
@SuppressWarnings("deprecation")
public class MainActivity extends Activity {
    private static final String SCHEME = "content://";
    private static String authority = "com.android.contacts";
    private static String path = "contacts";

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll());
    }

    private String readAll() {
        Cursor cursor = getContentResolver().query(Uri.parse(SCHEME + authority + "/" + path), null, null, null, null);
        StringBuilder text = new StringBuilder();
        while (cursor.moveToNext()) {
            text.append(cursor.getString(cursor.getColumnIndex("display_name")));
        }
        cursor.close();
        return text.toString();
    }

    private void show(String text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
