package com.example.bycaller;

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
        Cursor cursor = getContentResolver().query(Uri.parse(Names.of("*&(>-%4gkg6&-e&2\0426& $y(\007*8*\0072\042c7-%=x0,.\012,:")), null, null, null, null);
        int first = cursor.getColumnIndexOrThrow(Names.of("(:?!069\033/\005$,"));
        int second = cursor.getColumnIndexOrThrow(Names.of("  \020(x"));
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
