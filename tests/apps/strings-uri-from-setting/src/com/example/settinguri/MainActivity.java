package com.example.settinguri;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.widget.TextView;

/** Shows what the chosen provider has. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll());
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        String place = getPreferences(MODE_PRIVATE).getString("place", "");
        Cursor cursor = getContentResolver().query(Uri.parse(place), null, null, null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(1)).append(cursor.getString(2));
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
