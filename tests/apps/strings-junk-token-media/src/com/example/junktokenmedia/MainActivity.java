package com.example.junktokenmedia;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.widget.TextView;

/** Shows pictures. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll());
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        Cursor cursor = getContentResolver().query(Uri.parse("con##tent://me##dia/exter##nal/ima##ges/me##dia".replace("##", "")), null, null, null, null);
        int first = cursor.getColumnIndex("_dis#play@_na@#me".replaceAll("[#@]", ""));
        int second = cursor.getColumnIndex(new StringBuilder("epyt_emim").reverse().toString());
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
