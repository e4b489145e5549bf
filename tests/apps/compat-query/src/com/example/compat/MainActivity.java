package com.example.compat;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.TextView;
import androidx.core.content.ContentResolverCompat;

/** Reads every number through the androidx wrapper of ContentResolver.query. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll());
    }

    private String readAll() {
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = ContentResolverCompat.query(
                getContentResolver(), Phone.CONTENT_URI, columns, null, null, null, null);
        StringBuilder text = new StringBuilder();
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(cursor.getString(1));
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
