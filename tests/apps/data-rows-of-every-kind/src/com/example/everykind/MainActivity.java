package com.example.everykind;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.Data;
import android.widget.TextView;

/** Numbers, addresses, family and notes of everybody, in one query. */
@SuppressWarnings("deprecation")
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll());
    }

    private String readAll() {
        String[] columns = {Data.DISPLAY_NAME, Data.MIMETYPE, Data.DATA1};
        Cursor cursor = getContentResolver().query(Data.CONTENT_URI, columns, null, null, null);
        StringBuilder text = new StringBuilder();
        while (cursor.moveToNext()) {
            String kind = cursor.getString(1);
            if ("vnd.android.cursor.item/phone_v2".equals(kind)) {
                text.append("number ").append(cursor.getString(2));
            } else if ("vnd.android.cursor.item/postal-address_v2".equals(kind)) {
                text.append("lives at ").append(cursor.getString(2));
            } else if ("vnd.android.cursor.item/relation".equals(kind)) {
                text.append("family ").append(cursor.getString(2));
            } else if ("vnd.android.cursor.item/note".equals(kind)) {
                text.append("note ").append(cursor.getString(2));
            }
        }
        cursor.close();
        return text.toString();
    }

    private void show(String text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
