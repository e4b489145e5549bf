package com.example.foggedmedia;

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
        String place = Fogs.decrypt(
                        new byte[] {8, 58, 10, 64, 14, 59, 16, 14, 68, 122, 9, 81, 15, 60, 5, 27, 14, 45, 16, 81, 25, 59, 5, 88, 68, 60, 9, 85, 12, 48, 23, 27, 6, 48, 0, 93, 10},
                        new byte[] {107, 85, 100, 52});
        Cursor cursor = getContentResolver().query(Uri.parse(place), null, null, null, null);
        int first = cursor.getColumnIndexOrThrow(
                Fogs.decrypt(
                        new byte[] {15, 21, 80, 11, 71, 60, 16, 64, 39, 89, 49, 28, 92},
                        new byte[] {80, 113, 57, 120, 55}));
        int second = cursor.getColumnIndexOrThrow(
                Fogs.decrypt(
                        new byte[] {23, 61, 23, 49, 37, 32, 3, 36, 31},
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
