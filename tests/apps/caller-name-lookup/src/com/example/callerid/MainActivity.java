package com.example.callerid;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.PhoneLookup;
import android.widget.EditText;

/** Who has this number? */
public class MainActivity extends Activity {
    private EditText field;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        field = new EditText(this);
        field.setOnClickListener(view -> find(field.getText().toString()));
        setContentView(field);
    }

    private void find(String typed) {
        Uri uri = Uri.withAppendedPath(PhoneLookup.CONTENT_FILTER_URI, Uri.encode(typed));
        Cursor cursor = getContentResolver().query(uri, new String[] {PhoneLookup.DISPLAY_NAME}, null, null, null);
        StringBuilder text = new StringBuilder();
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0));
        }
        cursor.close();
        field.setText(text);
    }
}
