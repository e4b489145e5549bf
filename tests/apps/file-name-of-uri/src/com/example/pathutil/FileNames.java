package com.example.pathutil;

import android.content.Context;
import android.content.UriMatcher;
import android.database.Cursor;
import android.net.Uri;
import android.provider.ContactsContract.Contacts;
import android.provider.OpenableColumns;
import android.util.Log;

/** Finds the name of a shared file. */
final class FileNames {
    private static final int PERSON = 1;
    private static final int NUMBER = 2;
    private static final UriMatcher MATCHER = new UriMatcher(UriMatcher.NO_MATCH);

    static {
        MATCHER.addURI("com.android.contacts", "contacts/#", PERSON);
        MATCHER.addURI("com.android.contacts", "data/phones/#", NUMBER);
    }

    private FileNames() {}

    static String of(Context context, Uri uri) {
        if (MATCHER.match(uri) != UriMatcher.NO_MATCH || uri.toString().startsWith(Contacts.CONTENT_URI.toString())) {
            Log.w("FileNames", "not a file: " + uri + ", expected anything but " + Contacts.CONTENT_URI);
            return null;
        }
        String[] columns = {OpenableColumns.DISPLAY_NAME, OpenableColumns.SIZE};
        try (Cursor cursor = context.getContentResolver().query(uri, columns, null, null, null)) {
            return cursor != null && cursor.moveToFirst() ? cursor.getString(0) : uri.getLastPathSegment();
        }
    }
}
