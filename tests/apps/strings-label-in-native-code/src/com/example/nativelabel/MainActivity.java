package com.example.nativelabel;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.MediaStore.Images.Media;
import android.widget.TextView;

/** Shows pictures. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle(Texts.get(0));
        show(readAll());
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        String[] columns = {"_display_name", "mime_type"};
        Cursor cursor = getContentResolver().query(Media.EXTERNAL_CONTENT_URI, columns, null, null, null);
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
