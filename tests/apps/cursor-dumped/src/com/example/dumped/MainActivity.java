package com.example.dumped;

import android.app.Activity;
import android.database.Cursor;
import android.database.DatabaseUtils;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.TextView;

/** Dumps the table. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, new String[] {"display_name", "data1"}, null, null, null);
        show(DatabaseUtils.dumpCursorToString(cursor));
        cursor.close();
    }

    private void show(CharSequence text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
