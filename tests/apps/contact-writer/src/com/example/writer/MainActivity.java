package com.example.writer;

import android.app.Activity;
import android.content.ContentUris;
import android.content.ContentValues;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.provider.ContactsContract.Data;
import android.provider.ContactsContract.RawContacts;
import android.widget.Button;

/** Saves the help line of the app in the address book when the button is tapped. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> save());
        setContentView(button);
    }

    private void save() {
        ContentValues contact = new ContentValues();
        contact.putNull(RawContacts.ACCOUNT_TYPE);
        Uri row = getContentResolver().insert(RawContacts.CONTENT_URI, contact);
        ContentValues number = new ContentValues();
        number.put(Data.RAW_CONTACT_ID, ContentUris.parseId(row));
        number.put(Data.MIMETYPE, Phone.CONTENT_ITEM_TYPE);
        number.put(Phone.NUMBER, "+861000000000");
        getContentResolver().insert(Data.CONTENT_URI, number);
    }
}
