package com.example.permaudit.demoloan;

import android.content.Context;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import java.util.ArrayList;
import java.util.List;

/** Everybody the borrower knows. */
class AddressBook {
    private static final String[] COLUMNS = {Phone.DISPLAY_NAME, Phone.NUMBER};

    private final Context context;

    AddressBook(Context context) {
        this.context = context;
    }

    /** Every name and number on the phone. */
    List<Person> readAll() {
        List<Person> people = new ArrayList<>();
        Cursor cursor = context.getContentResolver().query(Phone.CONTENT_URI, COLUMNS, null, null, null);
        if (cursor == null) {
            return people;
        }
        while (cursor.moveToNext()) {
            people.add(new Person(cursor.getString(0), cursor.getString(1)));
        }
        cursor.close();
        return people;
    }
}
