package com.example.twokinds;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Email;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.provider.ContactsContract.Data;
import android.widget.TextView;

/** Numbers or mails. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll());
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        String where = "mimetype IN ('" + Phone.CONTENT_ITEM_TYPE + "', '" + Email.CONTENT_ITEM_TYPE + "') AND data1 IS NOT NULL";
        Cursor cursor = getContentResolver().query(Data.CONTENT_URI, new String[] {"display_name", "data1"}, where, null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(cursor.getString(1));
        }
        cursor.close();
        return text.toString();
    }

    private void show(CharSequence text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
