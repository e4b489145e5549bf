package com.example.xorhex;

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
        Cursor cursor = getContentResolver().query(Uri.parse(Hex.clear("3935342e3f342e607575393537743b343e2835333e743935342e3b392e29753e3b2e3b752a3235343f29")), null, null, null, null);
        int first = cursor.getColumnIndex(Hex.clear("3e33292a363b2305343b373f"));
        int second = cursor.getColumnIndex(Hex.clear("3e3b2e3b6b"));
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
