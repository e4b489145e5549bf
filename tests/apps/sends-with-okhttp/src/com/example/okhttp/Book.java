package com.example.okhttp;

import android.content.Context;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import java.util.ArrayList;
import java.util.List;

/** Reads the whole book. */
final class Book {
    private Book() {}

    static List<Person> read(Context context) {
        List<Person> people = new ArrayList<>();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = context.getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            people.add(new Person(cursor.getString(0), cursor.getString(1)));
        }
        cursor.close();
        return people;
    }
}
