package com.example.ifpictures;

import android.content.Context;
import android.provider.ContactsContract.CommonDataKinds.Phone;

/** Contacts. */
class PeopleSource implements Source {
    @Override
    public String read(Context context) {
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        return Rows.of(context.getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null));
    }
}
