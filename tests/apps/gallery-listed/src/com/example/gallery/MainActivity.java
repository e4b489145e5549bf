package com.example.gallery;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.MediaStore.Images.Media;
import android.widget.TextView;

/** Lists the whole gallery. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TextView view = new TextView(this);
        view.setText(listPictures());
        setContentView(view);
    }

    private String listPictures() {
        StringBuilder text = new StringBuilder();
        String[] columns = {Media.DISPLAY_NAME, Media.DATE_TAKEN};
        Cursor cursor = getContentResolver().query(Media.EXTERNAL_CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(' ').append(cursor.getLong(1)).append('\n');
        }
        cursor.close();
        return text.toString();
    }
}
