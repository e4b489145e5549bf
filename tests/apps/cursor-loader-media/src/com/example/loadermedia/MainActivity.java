package com.example.loadermedia;

import android.app.Activity;
import android.app.LoaderManager;
import android.content.CursorLoader;
import android.content.Loader;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.MediaStore;
import android.widget.TextView;

/** Loads all pictures in the background with a CursorLoader, as the old guides recommend. */
@SuppressWarnings("deprecation")
public class MainActivity extends Activity implements LoaderManager.LoaderCallbacks<Cursor> {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        getLoaderManager().initLoader(0, null, this);
    }

    @Override
    public Loader<Cursor> onCreateLoader(int id, Bundle arguments) {
        String[] columns = {MediaStore.Images.Media.DISPLAY_NAME, MediaStore.Images.Media.SIZE};
        return new CursorLoader(this, MediaStore.Images.Media.EXTERNAL_CONTENT_URI, columns, null, null, null);
    }

    @Override
    public void onLoadFinished(Loader<Cursor> loader, Cursor cursor) {
        StringBuilder text = new StringBuilder();
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(cursor.getInt(1));
        }
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }

    @Override
    public void onLoaderReset(Loader<Cursor> loader) {}
}
