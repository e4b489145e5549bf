package com.example.linkedpictures;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.Contacts;
import android.provider.MediaStore;
import android.widget.TextView;
import java.util.LinkedHashMap;

/** Takes one out. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll(tables().get("pictures")));
    }

    private static LinkedHashMap<String, Uri> tables() {
        LinkedHashMap<String, Uri> tables = new LinkedHashMap<>();
        tables.put("people", Contacts.CONTENT_URI);
        tables.put("pictures", MediaStore.Images.Media.EXTERNAL_CONTENT_URI);
        return tables;
    }

    private String readAll(Uri table) {
        StringBuilder text = new StringBuilder();
        Cursor cursor = getContentResolver().query(table, new String[] {"_id", "_size"}, null, null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(cursor.getString(1));
        }
        cursor.close();
        return text.toString();
    }

    private void show(CharSequence text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
