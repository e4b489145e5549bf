package com.example.vcards;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.Contacts;
import android.widget.TextView;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** No column of a phone number is named, yet whole cards are read: name, numbers, addresses, photo. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readCards());
    }

    private String readCards() {
        StringBuilder text = new StringBuilder();
        String[] columns = {Contacts.LOOKUP_KEY};
        Cursor cursor = getContentResolver().query(Contacts.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            Uri card = Uri.withAppendedPath(Contacts.CONTENT_VCARD_URI, cursor.getString(0));
            try (InputStream stream = getContentResolver().openInputStream(card)) {
                byte[] bytes = new byte[4096];
                text.append(new String(bytes, 0, stream.read(bytes), StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                text.append('?');
            }
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
