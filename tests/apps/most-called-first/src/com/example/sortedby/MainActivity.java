package com.example.sortedby;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.Contacts;
import android.widget.TextView;

/** The people the borrower knows best come first. */
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
        String[] columns = {Contacts.DISPLAY_NAME};
        Cursor cursor = getContentResolver().query(Contacts.CONTENT_URI, columns, null, null, Contacts.TIMES_CONTACTED + " DESC");
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append('\n');
        }
        cursor.close();
        return text.toString();
    }
}
