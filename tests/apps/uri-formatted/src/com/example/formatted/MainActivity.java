package com.example.formatted;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.widget.TextView;

/** Counts pictures and reads people. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(countPictures() + readPeople());
    }

    private String countPictures() {
        Cursor cursor = getContentResolver().query(Uris.of("media", "external/images/media"), null, null, null, null);
        int count = cursor.getCount();
        cursor.close();
        return count + " pictures";
    }

    private String readPeople() {
        StringBuilder text = new StringBuilder();
        Uri table = Uris.of("com.android.contacts", "data/phones");
        Cursor cursor = getContentResolver().query(table, new String[] {"display_name", "data1"}, null, null, null);
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
