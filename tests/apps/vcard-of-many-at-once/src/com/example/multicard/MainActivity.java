package com.example.multicard;

import android.app.Activity;
import android.content.res.AssetFileDescriptor;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.Contacts;
import android.widget.Button;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Joins every lookup key and exports all cards in one call when the button is tapped. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> ((Button) view).setText(export()));
        setContentView(button);
    }

    private String export() {
        Uri cards = Uri.withAppendedPath(Contacts.CONTENT_MULTI_VCARD_URI, Uri.encode(readKeys()));
        try (AssetFileDescriptor file = getContentResolver().openAssetFileDescriptor(cards, "r")) {
            byte[] bytes = new byte[65536];
            int size = file.createInputStream().read(bytes);
            return new String(bytes, 0, size, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "?";
        }
    }

    private String readKeys() {
        StringBuilder keys = new StringBuilder();
        Cursor cursor = getContentResolver().query(
                Contacts.CONTENT_URI, new String[] {Contacts.LOOKUP_KEY}, null, null, null);
        while (cursor.moveToNext()) {
            keys.append(keys.length() == 0 ? "" : ":").append(cursor.getString(0));
        }
        cursor.close();
        return keys.toString();
    }
}
