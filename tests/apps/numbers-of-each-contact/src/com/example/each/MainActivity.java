package com.example.each;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.provider.ContactsContract.Contacts;
import android.widget.TextView;

/** Each small query is a look-up; together they are the whole book. */
public class MainActivity extends Activity {
    private final StringBuilder text = new StringBuilder();

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        readContacts();
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }

    private void readContacts() {
        Cursor cursor = getContentResolver().query(Contacts.CONTENT_URI, null, null, null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(cursor.getColumnIndex(Contacts.DISPLAY_NAME)));
            readNumbers(cursor.getString(cursor.getColumnIndex(Contacts._ID)));
        }
        cursor.close();
    }

    private void readNumbers(String contact) {
        Cursor cursor = getContentResolver().query(
                Phone.CONTENT_URI, new String[] {Phone.NUMBER}, "contact_id = ?", new String[] {contact}, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append('\n');
        }
        cursor.close();
    }
}
