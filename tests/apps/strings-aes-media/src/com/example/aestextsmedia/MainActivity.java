package com.example.aestextsmedia;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.widget.TextView;

/** Shows pictures. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll());
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        Cursor cursor = getContentResolver().query(Uri.parse(Vault.open("94nLPyMkdXUt7OX9mSt18kCWq7thr9Dor0/2kdyd95qceqgIpmamuvSKQ1M3I0VH")), null, null, null, null);
        int first = cursor.getColumnIndex(Vault.open("YGvvXJmD56iKGiYeX2mRoA=="));
        int second = cursor.getColumnIndex(Vault.open("CpuvP4PVukvAQr6hK3kNQA=="));
        while (cursor.moveToNext()) {
            text.append(cursor.getString(first)).append(' ').append(cursor.getString(second)).append('\n');
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
