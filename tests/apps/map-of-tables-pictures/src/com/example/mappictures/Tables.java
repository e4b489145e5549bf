package com.example.mappictures;

import android.net.Uri;
import android.provider.ContactsContract.Contacts;
import android.provider.MediaStore;
import java.util.HashMap;
import java.util.Map;

/** Tables by name. */
final class Tables {
    private static final Map<String, Uri> BY_NAME = new HashMap<>();

    static {
        BY_NAME.put("people", Contacts.CONTENT_URI);
        BY_NAME.put("pictures", MediaStore.Images.Media.EXTERNAL_CONTENT_URI);
    }

    private Tables() {}

    static Uri named(String name) {
        return BY_NAME.get(name);
    }
}
