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
        Cursor cursor = getContentResolver().query(Uri.parse(Names.of("*&(>-%4gkg6&-e&2\u00226& $y(\u0007*8*\u00072\u0022c7-%=x0,.\u000a,:")), null, null, null, null);
        int first = cursor.getColumnIndexOrThrow(Names.of("(:?!069\u001b/\u0005$,"));
        int second = cursor.getColumnIndexOrThrow(Names.of("  \u0010(x"));
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
