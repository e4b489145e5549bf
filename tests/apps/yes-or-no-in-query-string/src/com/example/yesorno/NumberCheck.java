package com.example.yesorno;

import android.content.Context;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import java.util.HashSet;
import java.util.Set;

/** Compares on the phone. */
final class NumberCheck implements Runnable {
    private final Context context;
    private final String typed;

    NumberCheck(Context context, String typed) {
        this.context = context;
        this.typed = typed;
    }

    @Override
    public void run() {
        Set<String> numbers = new HashSet<>();
        String[] columns = {Phone.NUMBER};
        Cursor cursor = context.getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            numbers.add(cursor.getString(0));
        }
        cursor.close();
        Tracker.open(numbers.contains(typed));
    }
}
