package com.example.onecontact;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.TextView;

/** Shows the numbers of one contact. */
public class MainActivity extends Activity {
    private final StringBuilder text = new StringBuilder();

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        readNumbers(getIntent().getStringExtra("contact"));
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }

    private void readNumbers(String contact) {
        Cursor cursor = getContentResolver().query(
                Phone.CONTENT_URI, new String[] {Phone.NUMBER}, "contact_id = ?", new String[] {contact}, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append('\n');
        }
        cursor.close();
    }
}
