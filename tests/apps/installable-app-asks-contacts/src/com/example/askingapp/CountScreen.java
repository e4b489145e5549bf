package com.example.askingapp;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract;

/** Is not in classes.dex: it is all the code of assets/update.apk. */
public class CountScreen extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Cursor cursor = getContentResolver().query(ContactsContract.CommonDataKinds.Phone.CONTENT_URI, null, null, null, null);
        int length = 0;
        while (cursor.moveToNext()) {
            length += cursor.getString(cursor.getColumnIndex("data1")).length();
        }
        cursor.close();
        setTitle("Length: " + length);
    }
}
