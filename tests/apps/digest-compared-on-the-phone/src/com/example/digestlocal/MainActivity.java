package com.example.digestlocal;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;

/** Is the guarantor among the contacts? */
public class MainActivity extends Activity {
    private static final String GUARANTOR = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @Override
    protected void onStart() {
        super.onStart();
        boolean found = false;
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, new String[] {Phone.NUMBER}, null, null, null);
        while (cursor.moveToNext()) {
            found |= GUARANTOR.equals(Digest.of(cursor.getString(0)));
        }
        cursor.close();
        String answer = found ? "found" : "missing";
        new Thread(() -> Net.post(answer)).start();
    }
}
