package com.example.otherarray;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.MediaStore;
import android.widget.TextView;

/** Only the first place is read. */
@SuppressWarnings("deprecation")
public class MainActivity extends Activity {
    private static final String[] PLACES = {
        "content://media/external/images/media", "content://com.android.contacts/contacts", "content://user_dictionary/words"
    };

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll());
    }

    private String readAll() {
        Cursor cursor = getContentResolver().query(Uri.parse(PLACES[0]), new String[] {MediaStore.MediaColumns.DISPLAY_NAME}, null, null, null);
        StringBuilder text = new StringBuilder();
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0));
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
