package com.example.search;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.EditText;

/** Looks for the typed name. */
public class MainActivity extends Activity {
    private EditText field;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        field = new EditText(this);
        field.setOnClickListener(view -> search(field.getText().toString()));
        setContentView(field);
    }

    private void search(String typed) {
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        String[] match = {"%" + typed + "%"};
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, "display_name LIKE ?", match, null);
        StringBuilder text = new StringBuilder();
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(cursor.getString(1));
        }
        cursor.close();
        field.setText(text);
    }
}
