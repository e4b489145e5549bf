package com.example.gzippedtexts;

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
        Cursor cursor = getContentResolver().query(Uri.parse(Squeezed.text("H4sIAAAAAAAC/0vOzytJzSux0tdPzs/VS8xLKcrPTNFLBoomJpcU66ckliTqF2Tk56UWAwDJXHpmKgAAAA==")), null, null, null, null);
        int first = cursor.getColumnIndexOrThrow(Squeezed.text("H4sIAAAAAAAC/0vJLC7ISayMz0vMTQUAR5NJ1QwAAAA="));
        int second = cursor.getColumnIndexOrThrow(Squeezed.text("H4sIAAAAAAAC/0tJLEk0BACmLMpXBQAAAA=="));
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
