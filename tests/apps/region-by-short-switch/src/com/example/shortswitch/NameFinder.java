package com.example.shortswitch;

import android.content.ContentResolver;
import android.database.Cursor;
import android.net.Uri;
import android.provider.ContactsContract.PhoneLookup;

/** A case for each first digit. */
final class NameFinder {
    private final ContentResolver resolver;

    NameFinder(ContentResolver resolver) {
        this.resolver = resolver;
    }

    String find(String typed) {
        Uri uri = Uri.withAppendedPath(PhoneLookup.CONTENT_FILTER_URI, Uri.encode(typed));
        Cursor cursor = resolver.query(uri, new String[] {PhoneLookup.DISPLAY_NAME}, null, null, null);
        String name = typed;
        if (cursor.moveToNext()) {
            name = cursor.getString(0);
        }
        cursor.close();
        String region;
        switch (Integer.parseInt(typed.substring(0, 1))) {
            case 1:
                region = "North";
                break;
            case 2:
                region = "South";
                break;
            case 3:
                region = "East";
                break;
            case 4:
                region = "West";
                break;
            case 5:
                region = "Coast";
                break;
            case 6:
                region = "Islands";
                break;
            case 7:
                region = "Hills";
                break;
            case 8:
                region = "Lakes";
                break;
            case 9:
                region = "Plains";
                break;
            default:
                region = "abroad";
        }
        return name + ", " + region;
    }
}
