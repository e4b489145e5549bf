package com.example.reflectedquery;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
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
                (Cursor) query.invoke(getContentResolver(), Phone.CONTENT_URI, new String[] {Phone.DISPLAY_NAME, Phone.NUMBER}, null, null, null);
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
