package com.example.lettersmedia;

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
        String[] columns = {Letters.back("`flwumc|csboh".toCharArray()), Letters.head(new char[] {'n', 'k', 'p', 'f', 'a', 'w', 'z', 'r', 'h', 'q', 'x', 'w'}, 9)};
        Cursor cursor = getContentResolver().query(Uri.parse(Letters.back("dqqxjov=34nggmf0g{xjspdp4jodkjt1piijc".toCharArray())), columns, null, null, null);
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
