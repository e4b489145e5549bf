package com.example.outside;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.TextView;

/** Reads what it is told to read. */
@SuppressWarnings("deprecation")
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll());
    }

    private String readAll() {
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, getIntent().getStringExtra("where"), null, null);
        StringBuilder text = new StringBuilder();
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(cursor.getString(1));
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
