package com.example.unusedconst;

import android.net.Uri;
import android.provider.ContactsContract.Contacts;

/** Tables of an older version and of this one. */
final class Tables {
    static final Uri PEOPLE = Contacts.CONTENT_URI;
    static final Uri NUMBERS = Uri.parse("content://com.android.contacts/data/phones");
    static final Uri PICTURES = Uri.parse("content://media/external/images/media");
    static final Uri[] ALL = {PEOPLE, NUMBERS, PICTURES};

    private Tables() {}
}
