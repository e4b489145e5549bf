package com.example.entities;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.RawContactsEntity;
import android.widget.TextView;

/** Sorts rows by kind. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll());
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        String[] columns = {RawContactsEntity.CONTACT_ID, RawContactsEntity.MIMETYPE, RawContactsEntity.DATA1};
        Cursor cursor = getContentResolver().query(RawContactsEntity.CONTENT_URI, columns, "deleted = 0", null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getLong(0)).append(label(cursor.getString(1))).append(cursor.getString(2));
        }
        cursor.close();
        return text.toString();
    }

    private static String label(String kind) {
        switch (kind) {
            case "vnd.android.cursor.item/name":
                return "name";
            case "vnd.android.cursor.item/phone_v2":
                return "number";
            case "vnd.android.cursor.item/email_v2":
                return "mail";
            case "vnd.android.cursor.item/organization":
                return "works at";
            default:
                return "";
        }
    }

    private void show(CharSequence text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
