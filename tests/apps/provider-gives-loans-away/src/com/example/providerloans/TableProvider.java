package com.example.providerloans;

import android.content.ContentProvider;
import android.content.ContentValues;
import android.database.Cursor;
import android.database.MatrixCursor;
import android.net.Uri;

/** Any app may ask. */
public class TableProvider extends ContentProvider {
    @Override
    public boolean onCreate() {
        return true;
    }

    @Override
    public Cursor query(Uri table, String[] columns, String selection, String[] values, String order) {
        MatrixCursor rows = new MatrixCursor(new String[] {"days", "amount"});
        for (int days = 7; days < 100; days *= 2) {
            rows.addRow(new Object[] {days, days * 100});
        }
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
