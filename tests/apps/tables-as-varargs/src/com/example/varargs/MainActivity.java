package com.example.varargs;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.Contacts;
import android.provider.MediaStore;
import android.widget.TextView;

/** Pictures and people in one go. */
public class MainActivity extends Activity {
    private final StringBuilder text = new StringBuilder();

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        readAll(MediaStore.Images.Media.EXTERNAL_CONTENT_URI, Contacts.CONTENT_URI);
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }

    private void readAll(Uri... tables) {
        for (Uri table : tables) {
            Cursor cursor = getContentResolver().query(table, null, null, null, null);
            int column = cursor.getColumnIndex("display_name");
            while (cursor.moveToNext()) {
                text.append(column < 0 ? cursor.getString(0) : cursor.getString(column));
            }
            cursor.close();
        }
    }
}
