package com.example.incremental;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.Contacts;
import android.widget.TextView;

/** Reads what is new. */
@SuppressWarnings("deprecation")
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll());
    }

    private String readAll() {
        String[] columns = {Contacts.DISPLAY_NAME};
        String[] since = {String.valueOf(getPreferences(MODE_PRIVATE).getLong("last", 0))};
        Cursor cursor = getContentResolver().query(Contacts.CONTENT_URI, columns, "contact_last_updated_timestamp > ?", since, null);
        StringBuilder text = new StringBuilder();
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0));
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
