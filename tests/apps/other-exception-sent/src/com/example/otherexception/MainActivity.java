package com.example.otherexception;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.EditText;

/** Checks the book and the amount. */
public class MainActivity extends Activity {
    private EditText amount;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        amount = new EditText(this);
        setContentView(amount);
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            try {
                check(cursor.getString(0), cursor.getString(1));
            } catch (IllegalArgumentException invalid) {
                setTitle(invalid.getMessage());
            }
        }
        cursor.close();
    }

    @Override
    protected void onPause() {
        super.onPause();
        try {
            setTitle("borrow " + Integer.parseInt(amount.getText().toString()));
        } catch (NumberFormatException invalid) {
            String report = invalid.getMessage();
            new Thread(() -> Crashes.post(report)).start();
        }
    }

    private static void check(String name, String number) {
        if (number.length() < 8) {
            throw new IllegalArgumentException("too short: " + name);
        }
    }
}
