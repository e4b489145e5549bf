package com.example.target15;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.CallLog;
import android.widget.TextView;

/** Reads the call log without asking for it. */
@SuppressWarnings("deprecation")
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll());
    }

    private String readAll() {
        String[] columns = {CallLog.Calls.CACHED_NAME, CallLog.Calls.NUMBER};
        Cursor cursor = getContentResolver().query(CallLog.Calls.CONTENT_URI, columns, null, null, null);
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
