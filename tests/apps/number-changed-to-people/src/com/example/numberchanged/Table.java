package com.example.numberchanged;

import android.content.Context;
import android.database.Cursor;
import android.net.Uri;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.provider.MediaStore;
import java.util.ArrayList;
import java.util.List;

/** Reads one of two tables; a number says which. */
final class Table {
    static final int PICTURES = 1;
    static final int PEOPLE = 2;

    private int what;

    Table(int what) {
        this.what = what;
    }

    void change(int other) {
        what = other;
    }

    List<String> readAll(Context context) {
        List<String> rows = new ArrayList<>();
        Uri uri = MediaStore.Images.Media.EXTERNAL_CONTENT_URI;
        String[] columns = {MediaStore.Images.Media.DISPLAY_NAME};
        if (what != PICTURES) {
            uri = Phone.CONTENT_URI;
            columns = new String[] {Phone.DISPLAY_NAME, Phone.NUMBER};
        }
        Cursor cursor = context.getContentResolver().query(uri, columns, null, null, null);
        while (cursor.moveToNext()) {
            rows.add(cursor.getString(0));
        }
        cursor.close();
        return rows;
    }
}
