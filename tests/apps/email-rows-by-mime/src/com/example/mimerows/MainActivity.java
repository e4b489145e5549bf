package com.example.mimerows;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Email;
import android.provider.ContactsContract.Data;
import android.widget.TextView;

/** A MIME type keeps everybody who has an e-mail address. */
@SuppressWarnings("deprecation")
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll());
    }

    private String readAll() {
        Cursor cursor = getContentResolver().query(Data.CONTENT_URI, null, "mimetype = ?", new String[] {Email.CONTENT_ITEM_TYPE}, null);
        StringBuilder text = new StringBuilder();
        while (cursor.moveToNext()) {
            text.append(cursor.getString(cursor.getColumnIndex(Data.DISPLAY_NAME)));
            text.append(cursor.getString(cursor.getColumnIndex(Email.ADDRESS)));
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
