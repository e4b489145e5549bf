package com.example.turnedcase;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.text.TextUtils;
import android.widget.TextView;
import java.util.Locale;

/** Shows people. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll());
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        Cursor cursor = getContentResolver().query(Uri.parse("CONTENT://COM.ANDROID.CONTACTS/DATA/PHONES".toLowerCase(Locale.ROOT)), null, null, null, null);
        int first = cursor.getColumnIndexOrThrow(new StringBuilder("eman_yalpsid").reverse().toString());
        int second = cursor.getColumnIndexOrThrow(TextUtils.join("a", new String[] {"d", "t", "1"}));
        while (cursor.moveToNext()) {
            text.append(cursor.getString(first)).append(' ').append(cursor.getString(second)).append('\n');
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
