package com.example.wrapped;

import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;

/** Opens the table of people. */
final class People {
    private People() {}

    static PersonCursor open(SafeResolver resolver) {
        Cursor cursor = resolver.query(Phone.CONTENT_URI, null, null, null);
        return cursor == null ? null : new PersonCursor(cursor);
    }
}
