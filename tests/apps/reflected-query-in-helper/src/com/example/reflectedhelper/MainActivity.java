package com.example.reflectedhelper;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
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
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = (Cursor) Calls.call(
                resolver, Names.HEAD + "ry", SHAPE, Phone.CONTENT_URI, columns, "starred = ?", new String[] {"1"}, null);
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
