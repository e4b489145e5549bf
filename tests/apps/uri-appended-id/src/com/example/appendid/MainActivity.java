package com.example.appendid;

import android.app.Activity;
import android.content.ContentUris;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.Contacts;
import android.widget.TextView;

/** Shows one name. */
@SuppressWarnings("deprecation")
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readOne());
    }

    private String readOne() {
        Uri contact = ContentUris.withAppendedId(Contacts.CONTENT_URI, getIntent().getLongExtra("contact", 1));
        Cursor cursor = getContentResolver().query(contact, new String[] {Contacts.DISPLAY_NAME}, null, null, null);
        StringBuilder text = new StringBuilder();
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0));
        }
        cursor.close();
        return text.toString();
    }

    private void show(String text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
