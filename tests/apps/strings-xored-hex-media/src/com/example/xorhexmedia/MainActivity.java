package com.example.xorhexmedia;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.widget.TextView;

/** Shows pictures. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll());
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        Cursor cursor = getContentResolver().query(Uri.parse(Hex.clear("3935342e3f342e607575373f3e333b753f222e3f28343b367533373b3d3f2975373f3e333b")), null, null, null, null);
        int first = cursor.getColumnIndex(Hex.clear("053e33292a363b2305343b373f"));
        int second = cursor.getColumnIndex(Hex.clear("3733373f052e232a3f"));
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
