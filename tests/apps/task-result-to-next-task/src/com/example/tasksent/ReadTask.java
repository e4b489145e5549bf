package com.example.tasksent;

import android.content.ContentResolver;
import android.database.Cursor;
import android.os.AsyncTask;
import android.provider.ContactsContract.Contacts;

/** Reads in the background and starts the next task with the names. */
@SuppressWarnings("deprecation")
class ReadTask extends AsyncTask<ContentResolver, Void, String[]> {
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
        new PostTask().execute(names);
    }
}
