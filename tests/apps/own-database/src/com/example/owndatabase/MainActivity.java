package com.example.owndatabase;

import android.app.Activity;
import android.database.Cursor;
import android.database.sqlite.SQLiteDatabase;
import android.os.Bundle;
import android.widget.TextView;

/** Shows the shop's customers. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll());
    }

    private String readAll() {
        SQLiteDatabase database = openOrCreateDatabase("shop.db", MODE_PRIVATE, null);
        database.execSQL("CREATE TABLE IF NOT EXISTS contacts (display_name TEXT, data1 TEXT)");
        String[] columns = {"display_name", "data1"};
        Cursor cursor = database.query("contacts", columns, null, null, null, null, null);
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
