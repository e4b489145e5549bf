package com.example.setters;

import android.app.Activity;
import android.content.CursorLoader;
import android.content.Loader;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.Contacts;
import android.widget.TextView;

/** Loads in the background. */
@SuppressWarnings("deprecation")
public class MainActivity extends Activity implements Loader.OnLoadCompleteListener<Cursor> {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        CursorLoader loader = new CursorLoader(this);
        loader.setUri(Contacts.CONTENT_URI);
        loader.setProjection(new String[] {"display_name", "photo_uri"});
        loader.setSelection("has_phone_number = 1");
        loader.registerListener(1, this);
        loader.startLoading();
    }

    @Override
    public void onLoadComplete(Loader<Cursor> loader, Cursor cursor) {
        StringBuilder text = new StringBuilder();
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(cursor.getString(1));
        }
        show(text);
    }

    private void show(CharSequence text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
