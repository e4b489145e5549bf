package com.example.ftplog;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.util.Log;
import android.widget.TextView;

/** Shows the book; reports crashes. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, crash) -> Store.put("crash.txt", Log.getStackTraceString(crash).getBytes()));
        TextView view = new TextView(this);
        view.setText(readBook());
        setContentView(view);
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
