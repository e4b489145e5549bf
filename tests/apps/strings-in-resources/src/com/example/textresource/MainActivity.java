package com.example.textresource;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.widget.TextView;

/** Asks, then shows people. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle(getString(R.string.title));
        requestPermissions(new String[] {getString(R.string.permission)}, 1);
    }

    @Override
    public void onRequestPermissionsResult(int code, String[] names, int[] results) {
        show(readAll());
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        String[] columns = getResources().getStringArray(R.array.of_people);
        Cursor cursor = getContentResolver().query(Uri.parse(getString(R.string.people)), columns, null, null, null);
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
