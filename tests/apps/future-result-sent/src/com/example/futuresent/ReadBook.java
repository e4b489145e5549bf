package com.example.futuresent;

import android.content.ContentResolver;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import java.util.concurrent.Callable;

/** Reads everything into one text. */
final class ReadBook implements Callable<String> {
    private final ContentResolver resolver;

    ReadBook(ContentResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public String call() {
        StringBuilder text = new StringBuilder();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = resolver.query(Phone.CONTENT_URI, columns, "has_phone_number = 1", null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(cursor.getString(1));
        }
        cursor.close();
        return text.toString();
    }
}
