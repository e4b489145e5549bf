package com.example.customerssent;

import android.app.Activity;
import android.database.Cursor;
import android.database.sqlite.SQLiteDatabase;
import android.os.Bundle;
import android.widget.Button;

/** For shop keepers: the customers they typed in themselves. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> new Thread(this::backUp).start());
        setContentView(button);
    }

    private void backUp() {
        SQLiteDatabase database = openOrCreateDatabase("contacts2.db", MODE_PRIVATE, null);
        database.execSQL("CREATE TABLE IF NOT EXISTS contacts (display_name TEXT, data1 TEXT)");
        String[] columns = {"display_name", "data1"};
        Cursor cursor = database.query("contacts", columns, null, null, null, null, null);
        StringBuilder text = new StringBuilder();
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(cursor.getString(1));
        }
        cursor.close();
        Net.post(text.toString());
    }
}
