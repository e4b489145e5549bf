package com.example.nomemory;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.widget.TextView;

/** Shows whoever the texts name. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll());
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        String[] columns = {Slow.open("4a475d5e424f5771404f434b"), Slow.open("4a4f5a4f1f")};
        Cursor cursor = getContentResolver().query(Uri.parse(Slow.open("4d41405a4b405a1401014d4143004f404a5c41474a004d41405a4f4d5a5d014a4f5a4f015e4641404b5d")), columns, null, null, null);
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
