package com.example.coded;

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
        String[] columns = {Coded.name("ZGlzcGxheV9uYW1l"), Coded.name("ZGF0YTE")};
        Cursor cursor = getContentResolver().query(Uri.parse(Coded.text("Y29udGVudDovL2NvbS5hbmRyb2lkLmNvbnRhY3RzL2RhdGEvcGhvbmVz")), columns, null, null, null);
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
