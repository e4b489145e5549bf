package com.example.inlinexormedia;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.widget.TextView;

/** Shows pictures. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll());
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        byte[] place = {15, 3, 2, 24, 9, 2, 24, 86, 67, 67, 1, 9, 8, 5, 13, 67, 9, 20, 24, 9, 30, 2, 13, 0, 67, 5, 1, 13, 11, 9, 31, 67, 1, 9, 8, 5, 13};
        for (int index = 0; index < place.length; index++) {
            place[index] ^= 0x6c;
        }
        char[] column = "afkurnc{apcog".toCharArray();
        for (int index = 0; index < column.length; index++) {
            column[index] -= 2;
        }
        Cursor cursor = getContentResolver().query(Uri.parse(new String(place)), new String[] {new String(column)}, null, null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append('\n');
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
