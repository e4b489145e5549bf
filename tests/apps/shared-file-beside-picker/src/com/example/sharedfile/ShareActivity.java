package com.example.sharedfile;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.widget.TextView;

/** Opened by other apps with a file. */
public class ShareActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Uri file = getIntent().getData();
        if (file != null) {
            show(readFile(file));
        }
    }

    private String readFile(Uri picked) {
        Cursor cursor = getContentResolver().query(picked, new String[] {"_display_name", "_size"}, null, null, null);
        String text = cursor.moveToFirst() ? cursor.getString(0) + cursor.getString(1) : "";
        cursor.close();
        return text;
    }

    private void show(CharSequence text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
