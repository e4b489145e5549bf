package com.example.streams;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.provider.MediaStore;
import android.widget.TextView;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Streams over tables. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        List<Uri> tables = Arrays.asList(MediaStore.Images.Media.EXTERNAL_CONTENT_URI, Phone.CONTENT_URI);
        show(tables.stream().map(this::readAll).collect(Collectors.joining()));
    }

    private String readAll(Uri table) {
        StringBuilder text = new StringBuilder();
        Cursor cursor = getContentResolver().query(table, null, null, null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(cursor.getColumnIndex("display_name")));
        }
        cursor.close();
        return text.toString();
    }

    private void show(CharSequence text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
