package com.example.ownaccount;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.RawContacts;
import android.widget.TextView;

/** Reads back what its own sync adapter wrote. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll());
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        Cursor cursor = getContentResolver().query(RawContacts.CONTENT_URI, new String[] {"_id", "sourceid"},
                "account_type = ? AND deleted = 0", new String[] {"com.example.ownaccount"}, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getLong(0)).append(cursor.getString(1));
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
