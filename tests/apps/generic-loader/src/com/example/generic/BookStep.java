package com.example.generic;

import android.content.ContentResolver;
import android.database.Cursor;
import android.net.Uri;
import java.util.ArrayList;
import java.util.List;

/** Turns the URI of a table into its rows. */
final class BookStep implements Step<Uri, List<String>> {
    private final ContentResolver resolver;

    BookStep(ContentResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public List<String> apply(Uri table) {
        List<String> rows = new ArrayList<>();
        Cursor cursor = resolver.query(table, new String[] {"display_name", "has_phone_number"}, null, null, null);
        while (cursor.moveToNext()) {
            rows.add(cursor.getString(0));
        }
        cursor.close();
        return rows;
    }
}
