package com.example.filteruri;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.EditText;

/** Completes the typed name. */
public class MainActivity extends Activity {
    private EditText field;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        field = new EditText(this);
        field.setOnClickListener(view -> complete(field.getText().toString()));
        setContentView(field);
    }

    private void complete(String typed) {
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Uri uri = Uri.withAppendedPath(Phone.CONTENT_FILTER_URI, Uri.encode(typed));
        Cursor cursor = getContentResolver().query(uri, columns, null, null, null);
        StringBuilder text = new StringBuilder();
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(cursor.getString(1));
        }
        cursor.close();
        field.setText(text);
    }
}
