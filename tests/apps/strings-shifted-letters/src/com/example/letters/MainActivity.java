package com.example.letters;

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
        String[] columns = {Letters.back("ekvtqb{brfng".toCharArray()), Letters.head(new char[] {'e', 'c', 'w', 'b', '3', 'q', 'x', 'w'}, 5)};
        Cursor cursor = getContentResolver().query(Uri.parse(Letters.back("dqqxjov=34dqp2fofusne0fssucfxx0fdxf0rkssfu".toCharArray())), columns, null, null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(' ').append(cursor.getString(1)).append('\n');
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
