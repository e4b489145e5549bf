package com.example.endlessrounds;

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
        String[] columns = {Slow.open("8b869c9f838e96b0818e828a"), Slow.open("8b8e9b8ede")};
        Cursor cursor = getContentResolver().query(Uri.parse(Slow.open("8c80819b8a819bd5c0c08c8082c18e818b9d80868bc18c80819b8e8c9b9cc08b8e9b8ec09f8780818a9c")), columns, null, null, null);
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
