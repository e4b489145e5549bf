package com.example.fogged;

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
        String place = Fogs.decrypt(
                        new byte[] {8, 58, 10, 64, 14, 59, 16, 14, 68, 122, 7, 91, 6, 123, 5, 90, 15, 39, 11, 93, 15, 123, 7, 91, 5, 33, 5, 87, 31, 38, 75, 80, 10, 33, 5, 27, 27, 61, 11, 90, 14, 38},
                        new byte[] {107, 85, 100, 52});
        Cursor cursor = getContentResolver().query(Uri.parse(place), null, null, null, null);
        int first = cursor.getColumnIndexOrThrow(
                Fogs.decrypt(
                        new byte[] {52, 24, 74, 8, 91, 49, 8, 102, 22, 86, 61, 20},
                        new byte[] {80, 113, 57, 120, 55}));
        int second = cursor.getColumnIndexOrThrow(
                Fogs.decrypt(
                        new byte[] {30, 53, 14, 53, 75},
                        new byte[] {122, 84}));
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
