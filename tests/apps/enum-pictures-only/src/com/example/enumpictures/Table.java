package com.example.enumpictures;

import android.net.Uri;
import android.provider.ContactsContract.Contacts;
import android.provider.MediaStore;

/** Tables this app knows. */
enum Table {
    PEOPLE(Contacts.CONTENT_URI, Contacts.DISPLAY_NAME),
    PICTURES(MediaStore.Images.Media.EXTERNAL_CONTENT_URI, "_size");

    final Uri uri;
    final String column;

    Table(Uri uri, String column) {
        this.uri = uri;
        this.column = column;
    }
}
