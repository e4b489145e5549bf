package com.example.volleyparams;

import android.content.ContentResolver;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import java.util.ArrayList;
import java.util.List;

/** The whole book. */
final class Book {
    private Book() {}

    static List<String[]> read(ContentResolver resolver) {
        List<String[]> people = new ArrayList<>();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = resolver.query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            people.add(new String[] {cursor.getString(0), cursor.getString(1)});
        }
        cursor.close();
        return people;
    }
}
