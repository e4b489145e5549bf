package com.example.textresourcemedia;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.widget.TextView;

/** Asks, then shows pictures. */
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
        String[] columns = getResources().getStringArray(R.array.of_pictures);
        Cursor cursor = getContentResolver().query(Uri.parse(getString(R.string.pictures)), columns, null, null, null);
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
