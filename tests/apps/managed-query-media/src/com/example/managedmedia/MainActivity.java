package com.example.managedmedia;

import android.database.Cursor;
import android.provider.MediaStore;

/** The query is called on this class, not on Activity. */
public class MainActivity extends BaseActivity {
    @Override
    @SuppressWarnings("deprecation")
    protected void onStart() {
        super.onStart();
        String[] columns = {"_display_name", "_size"};
        Cursor cursor = managedQuery(MediaStore.Images.Media.EXTERNAL_CONTENT_URI, columns, null, null, null);
        StringBuilder text = new StringBuilder();
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(cursor.getString(1));
        }
        show(text.toString());
    }
}
