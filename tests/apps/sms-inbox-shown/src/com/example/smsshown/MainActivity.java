package com.example.smsshown;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.widget.TextView;
import java.util.TimeZone;

/** Lists the messages. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TextView view = new TextView(this);
        view.setText(readAll());
        setContentView(view);
        new Thread(() -> Net.post(TimeZone.getDefault().getID())).start();
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        Uri inbox = Uri.parse("content://sms/inbox");
        Cursor cursor = getContentResolver().query(inbox, new String[] {"address", "body"}, null, null, "date DESC");
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append('\t').append(cursor.getString(1)).append('\n');
        }
        cursor.close();
        return text.toString();
    }
}
