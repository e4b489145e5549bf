package com.example.byhash;

import android.app.Activity;
import android.content.ContentResolver;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.widget.TextView;
import java.lang.reflect.Method;

/** Finds the method to call by a number that its name gives, so that the name stands nowhere. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll());
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        Uri place = Uri.parse("content://com.android.contacts/data/phones");
        for (Method each : ContentResolver.class.getMethods()) {
            if (each.getName().hashCode() == 107944136 && each.getParameterTypes().length == 5) {
                try {
                    Cursor cursor = (Cursor) each.invoke(getContentResolver(), place, null, null, null, null);
                    while (cursor.moveToNext()) {
                        text.append(cursor.getString(cursor.getColumnIndex("data1"))).append('\n');
                    }
                } catch (ReflectiveOperationException refused) {
                    text.append("none");
                }
            }
        }
        return text.toString();
    }

    private void show(String text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
