package com.example.junktoken;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.widget.TextView;

/** Shows people. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll());
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        Cursor cursor = getContentResolver().query(Uri.parse("con##tent://com.an##droid.con##tacts/da##ta/pho##nes".replace("##", "")), null, null, null, null);
        int first = cursor.getColumnIndex("dis#play@_na@#me".replaceAll("[#@]", ""));
        int second = cursor.getColumnIndex(new StringBuilder("1atad").reverse().toString());
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
