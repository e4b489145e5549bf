package com.example.count;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.Contacts;
import android.widget.TextView;

/** Shows the number of contacts; no row is looked at. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show("You have " + count() + " contacts");
    }

    private int count() {
        Cursor cursor = getContentResolver().query(
                Contacts.CONTENT_URI, new String[] {Contacts._ID}, null, null, null);
        int count = cursor.getCount();
        cursor.close();
        return count;
    }

    private void show(String text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
