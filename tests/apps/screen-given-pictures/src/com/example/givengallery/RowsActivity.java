package com.example.givengallery;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.widget.TextView;

/** Shows any table. */
@SuppressWarnings("deprecation")
public class RowsActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Uri never = getIntent().getParcelableExtra("not");
        show(never + readAll(getIntent().getParcelableExtra("table")));
    }

    private String readAll(Uri table) {
        StringBuilder text = new StringBuilder();
        Cursor cursor = getContentResolver().query(table, new String[] {"_id", "_size"}, null, null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(cursor.getString(1));
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
