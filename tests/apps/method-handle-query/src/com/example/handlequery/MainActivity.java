package com.example.handlequery;

import android.app.Activity;
import android.content.ContentResolver;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.TextView;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** A method handle is called like a method. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            show(readAll());
        } catch (Throwable changed) {
            show("?");
        }
    }

    private String readAll() throws Throwable {
        MethodType shape = MethodType.methodType(
                Cursor.class, Uri.class, String[].class, String.class, String[].class, String.class);
        MethodHandle query = MethodHandles.lookup().findVirtual(ContentResolver.class, "query", shape);
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = (Cursor) query.invoke(
                getContentResolver(), Phone.CONTENT_URI, columns, (String) null, (String[]) null, (String) null);
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
