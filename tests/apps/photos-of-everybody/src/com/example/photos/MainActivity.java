package com.example.photos;

import android.app.Activity;
import android.content.ContentUris;
import android.database.Cursor;
import android.graphics.BitmapFactory;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.Contacts;
import java.io.InputStream;

/** Collects faces. */
public class MainActivity extends Activity {
    private int faces;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Cursor cursor = getContentResolver().query(Contacts.CONTENT_URI, new String[] {"_id", "display_name"}, null, null, null);
        while (cursor.moveToNext()) {
            readPhoto(cursor.getLong(0), cursor.getString(1));
        }
        cursor.close();
        setTitle(faces + " faces");
    }

    private void readPhoto(long contact, String name) {
        Uri uri = ContentUris.withAppendedId(Contacts.CONTENT_URI, contact);
        InputStream stream = Contacts.openContactPhotoInputStream(getContentResolver(), uri, true);
        if (stream != null && BitmapFactory.decodeStream(stream) != null && name != null) {
            faces++;
        }
    }
}
