package com.example.futurecount;

import android.content.ContentResolver;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import java.util.concurrent.Callable;

/** Counts rows, reads none. */
final class CountBook implements Callable<Integer> {
    private final ContentResolver resolver;

    CountBook(ContentResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public Integer call() {
        String[] columns = {"_id"};
        Cursor cursor = resolver.query(Phone.CONTENT_URI, columns, "has_phone_number = 1", null, null);
        int count = cursor.getCount();
        cursor.close();
        return count;
    }
}
