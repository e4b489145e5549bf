package com.example.returned;

import android.net.Uri;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.provider.MediaStore;

/** Knows where things are. */
class Tables {
    private final boolean people;

    Tables(boolean people) {
        this.people = people;
    }

    Uri uri() {
        if (people) {
            return Phone.CONTENT_URI;
        }
        return MediaStore.Audio.Media.EXTERNAL_CONTENT_URI;
    }
}
