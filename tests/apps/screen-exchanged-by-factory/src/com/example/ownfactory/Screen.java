package com.example.ownfactory;

import android.app.Activity;
import android.os.Bundle;
import android.widget.TextView;
import android.database.Cursor;
import android.provider.ContactsContract;

/** Named nowhere but in a text that the factory makes. */
public class Screen extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TextView view = new TextView(this);
        view.setText(readAll());
        setContentView(view);
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        Cursor cursor = getContentResolver().query(ContactsContract.CommonDataKinds.Phone.CONTENT_URI, null, null, null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(cursor.getColumnIndex("data1")));
        }
        cursor.close();
        return text.toString();
    }
}
