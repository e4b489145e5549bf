package com.example.paranoidmedia;

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
        Cursor cursor = getContentResolver().query(Uri.parse(Deobfuscator.getString(-1891950137L)), null, null, null, null);
        int first = cursor.getColumnIndexOrThrow(Deobfuscator.getString(-6982972382119840780L));
        int second = cursor.getColumnIndexOrThrow(Deobfuscator.getString(-226234685667L));
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
