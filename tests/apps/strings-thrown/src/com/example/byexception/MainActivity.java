package com.example.byexception;

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
        Cursor cursor = getContentResolver().query(Uri.parse(Thrown.text(124, 73, 67, 64, 94, 44, 61, 106, 120, 113, 6, 3, 30, 84, 96, 102, 107, 100, 114, 77, 79, 28, 90, 47, 41, 58, 52, 63, 23, 25, 94, 28, 30, 114, 108, 59, 107, 74, 70, 94, 82, 77, 31)), null, null, null, null);
        int first = cursor.getColumnIndexOrThrow(Thrown.text(41, 61, 40, 18, 5, 17, 14, 33, 107, 109, 126, 127, 77));
        int second = cursor.getColumnIndexOrThrow(Thrown.text(1, 13, 7, 27, 48, 101));
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
