package com.example.reflectedquerymedia;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.MediaStore.Images.Media;
import android.widget.TextView;
import java.lang.reflect.Method;

/** No method of ContentResolver is called in the code. */
public class MainActivity extends Activity {
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
        Class<?> type = Class.forName("android.content.ContentResolver");
        Method query =
                type.getMethod("query", Uri.class, String[].class, String.class, String[].class, String.class);
        Cursor cursor =
                (Cursor) query.invoke(getContentResolver(), Media.EXTERNAL_CONTENT_URI, new String[] {Media.DISPLAY_NAME, Media.SIZE}, null, null, null);
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
