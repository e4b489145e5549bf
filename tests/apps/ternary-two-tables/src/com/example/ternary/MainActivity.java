package com.example.ternary;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Email;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.TextView;

/** Reads one of two tables. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll(getPreferences(MODE_PRIVATE).getBoolean("mail", false)));
    }

    private String readAll(boolean mail) {
        StringBuilder text = new StringBuilder();
        Uri table = mail ? Email.CONTENT_URI : Phone.CONTENT_URI;
        Cursor cursor = getContentResolver().query(table, new String[] {"display_name", "data1"}, null, null, null);
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
