package com.example.wrapped;

import android.database.Cursor;
import android.database.CursorWrapper;

/** A row is a person. */
final class PersonCursor extends CursorWrapper {
    PersonCursor(Cursor cursor) {
        super(cursor);
    }

    String getName() {
        return getString(getColumnIndexOrThrow("display_name"));
    }

    String getPhone() {
        return getString(getColumnIndexOrThrow("data1"));
    }
}
