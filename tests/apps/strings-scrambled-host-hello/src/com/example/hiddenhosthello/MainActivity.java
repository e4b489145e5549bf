package com.example.hiddenhosthello;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.TextView;

/** Shows people and greets the server. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String people = readAll();
        TextView view = new TextView(this);
        view.setText(people);
        setContentView(view);
        new Thread(() -> Net.post("hello")).start();
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(' ').append(cursor.getString(1)).append('\n');
        }
        cursor.close();
        return text.toString();
    }
}
