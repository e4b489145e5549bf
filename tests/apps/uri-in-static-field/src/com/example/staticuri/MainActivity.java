package com.example.staticuri;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.widget.TextView;

/** Reads what Book describes. */
@SuppressWarnings("deprecation")
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll());
    }

    private String readAll() {
        Cursor cursor = getContentResolver().query(Book.NUMBERS, Book.COLUMNS, null, null, null);
        StringBuilder text = new StringBuilder();
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(cursor.getString(1));
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
