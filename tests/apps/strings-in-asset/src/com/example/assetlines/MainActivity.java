package com.example.assetlines;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.widget.TextView;
import java.io.IOException;

/** Shows people. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            Texts.load(this);
            show(readAll());
        } catch (IOException damaged) {
            finish();
        }
    }

    private String readAll() {
        StringBuilder text = new StringBuilder(Texts.get(0)).append('\n');
        String[] columns = {Texts.get(6), Texts.get(7)};
        Cursor cursor = getContentResolver().query(Uri.parse(Texts.get(5)), columns, null, null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(' ').append(cursor.getString(1)).append('\n');
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
