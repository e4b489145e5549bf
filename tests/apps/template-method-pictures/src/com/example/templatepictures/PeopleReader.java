package com.example.templatepictures;

import android.net.Uri;
import android.provider.ContactsContract.CommonDataKinds.Phone;

/** Names and numbers. */
class PeopleReader extends TableReader {
    @Override
    Uri getUri() {
        return Phone.CONTENT_URI;
    }

    @Override
    String[] getColumns() {
        return new String[] {Phone.DISPLAY_NAME, Phone.NUMBER};
    }
}
