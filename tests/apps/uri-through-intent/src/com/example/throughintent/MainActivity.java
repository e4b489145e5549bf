package com.example.throughintent;

import android.app.Activity;
import android.content.Intent;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.widget.TextView;
import java.net.URISyntaxException;

/** Shows people. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll());
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        Cursor cursor = getContentResolver().query(place(), null, null, null, null);
        int first = cursor.getColumnIndexOrThrow("display_name");
        int second = cursor.getColumnIndexOrThrow("data1");
        while (cursor.moveToNext()) {
            text.append(cursor.getString(first)).append(' ').append(cursor.getString(second)).append('\n');
        }
        cursor.close();
        return text.toString();
    }

    private Uri place() {
        try {
            return Intent.parseUri("intent://com.android.contacts/data/phones#Intent;scheme=content;end", 0).getData();
        } catch (URISyntaxException broken) {
            return Uri.EMPTY;
        }
    }

    private void show(String text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
