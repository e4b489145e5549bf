package com.example.ownbuilder;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.widget.TextView;

/** Reads the app's own addresses. */
@SuppressWarnings("deprecation")
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll());
    }

    private String readAll() {
        Uri addresses = new Uri.Builder().scheme("content").authority("com.example.ownbuilder.shops")
                .appendPath("data").appendPath("postals").build();
        Cursor cursor = getContentResolver().query(addresses, new String[] {"display_name", "data1"}, null, null, null);
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
