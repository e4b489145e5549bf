package com.example.taskshown;

import android.content.ContentResolver;
import android.database.Cursor;
import android.os.AsyncTask;
import android.provider.ContactsContract.Contacts;
import android.text.TextUtils;
import android.widget.Button;

/** Reads in the background and shows the names. */
@SuppressWarnings("deprecation")
class ReadTask extends AsyncTask<ContentResolver, Void, String[]> {
    private final Button button;

    ReadTask(Button button) {
        this.button = button;
    }

    @Override
    protected String[] doInBackground(ContentResolver... resolvers) {
        Cursor cursor = resolvers[0].query(Contacts.CONTENT_URI, new String[] {"display_name"}, null, null, null);
        String[] names = new String[cursor.getCount()];
        while (cursor.moveToNext()) {
            names[cursor.getPosition()] = cursor.getString(0);
        }
        cursor.close();
        return names;
    }

    @Override
    protected void onPostExecute(String[] names) {
        button.setText(TextUtils.join(", ", names));
    }
}
