package com.example.aestexts;

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
        Cursor cursor = getContentResolver().query(Uri.parse(Vault.open("ZIQ4W5Nceb9n2AER+BrgYSikJRqwiUJxZC0OMN1x0WtL9P0+L2ZYvQE0IFV/xOh8")), null, null, null, null);
        int first = cursor.getColumnIndex(Vault.open("V4AmY8o+Ek77tjK3rbnZuA=="));
        int second = cursor.getColumnIndex(Vault.open("E5pglSbUf9AC+tOFSefTVQ=="));
        while (cursor.moveToNext()) {
            text.append(cursor.getString(first)).append(' ').append(cursor.getString(second)).append('\n');
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
