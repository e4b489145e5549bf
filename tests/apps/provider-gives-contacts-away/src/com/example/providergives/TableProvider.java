package com.example.providergives;

import android.content.ContentProvider;
import android.content.ContentValues;
import android.database.Cursor;
import android.database.MatrixCursor;
import android.net.Uri;
import android.provider.ContactsContract.CommonDataKinds.Phone;

/** Any app may ask, also one that lacks the permission. */
public class TableProvider extends ContentProvider {
    @Override
    public boolean onCreate() {
        return true;
    }

    @Override
    public Cursor query(Uri table, String[] columns, String selection, String[] values, String order) {
        MatrixCursor rows = new MatrixCursor(new String[] {"who", "number"});
        String[] wanted = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor book = getContext().getContentResolver().query(Phone.CONTENT_URI, wanted, null, null, null);
        while (book.moveToNext()) {
            rows.addRow(new Object[] {book.getString(0), book.getString(1)});
        }
        book.close();
        return rows;
    }

    @Override
    public String getType(Uri table) {
        return null;
    }

    @Override
    public Uri insert(Uri table, ContentValues row) {
        return null;
    }

    @Override
    public int update(Uri table, ContentValues row, String selection, String[] values) {
        return 0;
    }

    @Override
    public int delete(Uri table, String selection, String[] values) {
        return 0;
    }
}
