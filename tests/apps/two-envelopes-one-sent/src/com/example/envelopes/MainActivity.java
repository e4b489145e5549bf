package com.example.envelopes;

import android.app.Activity;
import android.database.Cursor;
import android.os.Build;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Email;
import android.widget.TextView;

/** Fills two envelopes, shows one and sends the other. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Envelope kept = new Envelope(readAll());
        Envelope sent = new Envelope(Build.MODEL);
        TextView view = new TextView(this);
        view.setText(kept.getText());
        setContentView(view);
        new Thread(new EnvelopeUpload(sent)).start();
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        String[] columns = {Email.DISPLAY_NAME, Email.ADDRESS};
        Cursor cursor = getContentResolver().query(Email.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(' ').append(cursor.getString(1)).append('\n');
        }
        cursor.close();
        return text.toString();
    }
}
