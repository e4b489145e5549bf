package com.example.layers;

import android.content.ContentResolver;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import java.util.ArrayList;
import java.util.List;

/** The address book of the phone. */
final class PhoneBookRepository implements PeopleRepository {
    private static final String[] COLUMNS = {Phone.DISPLAY_NAME, Phone.NUMBER};
    private final ContentResolver resolver;

    PhoneBookRepository(ContentResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public List<String> findAll() {
        List<String> rows = new ArrayList<>();
        try (Cursor cursor = resolver.query(Phone.CONTENT_URI, COLUMNS, null, null, Phone.DISPLAY_NAME + " ASC")) {
            while (cursor != null && cursor.moveToNext()) {
                rows.add(cursor.getString(0) + ' ' + cursor.getString(1));
            }
        }
        return rows;
    }
}
