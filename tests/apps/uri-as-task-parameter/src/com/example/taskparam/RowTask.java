package com.example.taskparam;

import android.content.ContentResolver;
import android.database.Cursor;
import android.net.Uri;
import android.os.AsyncTask;
import android.widget.TextView;

/** Reads the given tables. */
@SuppressWarnings("deprecation")
final class RowTask extends AsyncTask<Uri, Void, String> {
    private final ContentResolver resolver;
    private final TextView view;

    RowTask(ContentResolver resolver, TextView view) {
        this.resolver = resolver;
        this.view = view;
    }

    @Override
    protected String doInBackground(Uri... tables) {
        StringBuilder text = new StringBuilder();
        Cursor cursor = resolver.query(tables[0], new String[] {"display_name", "data1"}, null, null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(cursor.getString(1));
        }
        cursor.close();
        return text.toString();
    }

    @Override
    protected void onPostExecute(String text) {
        view.setText(text);
    }
}
