package com.example.manyrounds;

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
        String[] columns = {Slow.open("49445e5d414c5472434c4048"), Slow.open("494c594c1c")};
        Cursor cursor = getContentResolver().query(Uri.parse(Slow.open("4e4243594843591702024e4240034c43495f424449034e4243594c4e595e02494c594c025d454243485e")), columns, null, null, null);
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
