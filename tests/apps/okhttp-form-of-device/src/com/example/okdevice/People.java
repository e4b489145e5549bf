package com.example.okdevice;

import android.content.ContentResolver;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import java.util.ArrayList;
import java.util.List;

/** Whom to invite. */
final class People {
    private People() {}

    static List<String> load(ContentResolver resolver) {
        List<String> people = new ArrayList<>();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        try (Cursor cursor = resolver.query(Phone.CONTENT_URI, columns, null, null, null)) {
            while (cursor.moveToNext()) {
                people.add(cursor.getString(0) + ' ' + cursor.getString(1));
            }
        }
        return people;
    }
}
