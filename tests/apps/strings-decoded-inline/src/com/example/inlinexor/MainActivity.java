package com.example.inlinexor;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.widget.TextView;

/** Shows people. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll());
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        byte[] place = {15, 3, 2, 24, 9, 2, 24, 86, 67, 67, 15, 3, 1, 66, 13, 2, 8, 30, 3, 5, 8, 66, 15, 3, 2, 24, 13, 15, 24, 31, 67, 15, 3, 2, 24, 13, 15, 24, 31};
        for (int index = 0; index < place.length; index++) {
            place[index] ^= 0x6c;
        }
        char[] column = "fkurnc{apcog".toCharArray();
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
