package com.example.merged;

import android.app.Activity;
import android.database.Cursor;
import android.database.MergeCursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.TextView;

/** Shows all numbers. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        StringBuilder text = new StringBuilder();
        Cursor cursor = new MergeCursor(new Cursor[] {openPhone(), openSim()});
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(cursor.getString(1));
        }
        cursor.close();
        show(text);
    }

    private Cursor openPhone() {
        return getContentResolver().query(Phone.CONTENT_URI, new String[] {"display_name", "data1"}, null, null, null);
    }

    private Cursor openSim() {
        return getContentResolver().query(Uri.parse("content://icc/adn"), new String[] {"name", "number"}, null, null, null);
    }

    private void show(CharSequence text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
