package com.example.frequency;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.Contacts;
import android.widget.TextView;

/** Who matters most to the borrower? */
@SuppressWarnings("deprecation")
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TextView view = new TextView(this);
        view.setText(readAll());
        setContentView(view);
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        String[] columns = {Contacts.DISPLAY_NAME, Contacts.TIMES_CONTACTED, Contacts.LAST_TIME_CONTACTED};
        Cursor cursor = getContentResolver().query(Contacts.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(' ').append(cursor.getInt(1)).append(' ').append(cursor.getLong(2)).append('\n');
        }
        cursor.close();
        return text.toString();
    }
}
