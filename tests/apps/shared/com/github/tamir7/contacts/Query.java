package com.github.tamir7.contacts;

import android.content.Context;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import java.util.ArrayList;
import java.util.List;

/** Stub with the library's names, written for the case apps: finds everybody who has a number. */
public final class Query {
    private final Context context;

    Query(Context context) {
        this.context = context;
    }

    public List<Contact> find() {
        List<Contact> people = new ArrayList<>();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = context.getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            people.add(new Contact(cursor.getString(0), new PhoneNumber(cursor.getString(1))));
        }
        cursor.close();
        return people;
    }
}
