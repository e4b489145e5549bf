package com.example.constants;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.widget.TextView;

/** Reads what the interface says. */
public class MainActivity extends Activity implements BookColumns {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll());
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        Cursor cursor = getContentResolver().query(TABLE, ALL, WHERE, null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(cursor.getString(1)).append(cursor.getLong(2));
        }
        cursor.close();
        return text.toString();
    }

    private void show(CharSequence text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
