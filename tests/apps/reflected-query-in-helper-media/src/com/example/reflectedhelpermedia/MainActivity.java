package com.example.reflectedhelpermedia;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.MediaStore.Images.Media;
import android.widget.TextView;

/** Everything of Android's is called through one helper. */
public class MainActivity extends Activity {
    private static final Class<?>[] SHAPE = {Uri.class, String[].class, String.class, String[].class, String.class};

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            show(readAll());
        } catch (ReflectiveOperationException changed) {
            show("?");
        }
    }

    private String readAll() throws ReflectiveOperationException {
        Object resolver = Calls.call(this, "getContentResolver", new Class<?>[0]);
        String[] columns = {Media.DISPLAY_NAME, Media.SIZE};
        Cursor cursor = (Cursor) Calls.call(
                resolver, Names.HEAD + "ry", SHAPE, Media.EXTERNAL_CONTENT_URI, columns, "is_favorite = ?", new String[] {"1"}, null);
        StringBuilder text = new StringBuilder();
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(cursor.getString(1));
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
