package com.example.asyncmedia;

import android.content.AsyncQueryHandler;
import android.content.ContentResolver;
import android.database.Cursor;
import android.widget.TextView;

/** Receives the rows on the main thread. */
class PictureQuery extends AsyncQueryHandler {
    private final TextView view;

    PictureQuery(ContentResolver resolver, TextView view) {
        super(resolver);
        this.view = view;
    }

    @Override
    protected void onQueryComplete(int token, Object cookie, Cursor cursor) {
        while (cursor.moveToNext()) {
            view.append(cursor.getString(0) + cursor.getString(1));
        }
        cursor.close();
    }
}
