package com.example.bundlesort;

import android.app.Activity;
import android.content.ContentResolver;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.Contacts;
import android.widget.TextView;

/** Queries with a Bundle of arguments (Android 8 and later). */
public class MainActivity extends Activity {
    @Override
    protected void onResume() {
        super.onResume();
        TextView view = new TextView(this);
        view.setText(readNames());
        setContentView(view);
    }

    private String readNames() {
        Bundle arguments = new Bundle();
        arguments.putString(ContentResolver.QUERY_ARG_SQL_SORT_ORDER, Contacts.DISPLAY_NAME);
        Cursor cursor = getContentResolver().query(
                Contacts.CONTENT_URI, new String[] {Contacts.DISPLAY_NAME}, arguments, null);
        StringBuilder text = new StringBuilder();
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append('\n');
        }
        cursor.close();
        return text.toString();
    }
}
