package com.example.watch;

import android.content.Context;
import android.database.ContentObserver;
import android.database.Cursor;
import android.os.Handler;
import android.os.Looper;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import java.util.ArrayList;
import java.util.List;

/** Called by Android after every change of the address book. */
class BookObserver extends ContentObserver {
    private final Context context;
    private final List<String> numbers = new ArrayList<>();

    BookObserver(Context context) {
        super(new Handler(Looper.getMainLooper()));
        this.context = context;
    }

    @Override
    public void onChange(boolean self) {
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = context.getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            numbers.add(cursor.getString(0) + cursor.getString(1));
        }
        cursor.close();
    }
}
