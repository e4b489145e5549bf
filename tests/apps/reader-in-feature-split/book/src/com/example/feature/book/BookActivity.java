package com.example.feature.book;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.Contacts;

/** Only in the split. */
public class BookActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle(readNames());
    }

    private String readNames() {
        Cursor cursor = getContentResolver().query(
                Contacts.CONTENT_URI, new String[] {Contacts.DISPLAY_NAME}, null, null, null);
        StringBuilder text = new StringBuilder();
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0));
        }
        cursor.close();
        return text.toString();
    }
}
