package com.example.mqttstatus;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.TextView;

/** Shows the book. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TextView view = new TextView(this);
        view.setText(readBook());
        setContentView(view);
    }

    private String readBook() {
        StringBuilder text = new StringBuilder();
        String[] columns = {Phone.NUMBER, Phone.DISPLAY_NAME};
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            text.append(String.format("%s=%s;", cursor.getString(0), cursor.getString(1)));
        }
        cursor.close();
        return text.toString();
    }
}
