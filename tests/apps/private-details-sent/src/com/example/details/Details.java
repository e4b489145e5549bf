package com.example.details;

import android.content.ContentResolver;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Email;
import android.provider.ContactsContract.CommonDataKinds.Event;
import android.provider.ContactsContract.CommonDataKinds.Note;
import android.provider.ContactsContract.Data;

/** What is saved about people beside their numbers. */
final class Details {
    private final ContentResolver resolver;

    Details(ContentResolver resolver) {
        this.resolver = resolver;
    }

    String emails() {
        return joined(resolver.query(Email.CONTENT_URI, new String[] {Email.ADDRESS}, null, null, null));
    }

    String dates() {
        String[] kind = {Event.CONTENT_ITEM_TYPE};
        return joined(resolver.query(Data.CONTENT_URI, new String[] {Event.START_DATE}, "mimetype = ?", kind, null));
    }

    String notes() {
        String[] kind = {Note.CONTENT_ITEM_TYPE};
        return joined(resolver.query(Data.CONTENT_URI, new String[] {Note.NOTE}, "mimetype = ?", kind, null));
    }

    private static String joined(Cursor rows) {
        StringBuilder text = new StringBuilder();
        while (rows.moveToNext()) {
            text.append(rows.getString(0)).append('\n');
        }
        rows.close();
        return text.toString();
    }
}
