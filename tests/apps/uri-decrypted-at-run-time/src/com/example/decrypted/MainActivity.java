package com.example.decrypted;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.widget.TextView;
import java.nio.charset.StandardCharsets;

/** The key is in the preferences, where the server's answer was stored. */
@SuppressWarnings("deprecation")
public class MainActivity extends Activity {
    private static final byte[] PLACE = {23, 4, 88, 101, 71, 9, 44, 12, 99, 3, 57, 20, 81, 36, 7, 66, 29, 90};

    private String decrypt(byte[] secret) {
        byte[] key = getPreferences(MODE_PRIVATE).getString("key", "0").getBytes(StandardCharsets.UTF_8);
        byte[] plain = new byte[secret.length];
        for (int index = 0; index < secret.length; index++) {
            plain[index] = (byte) (secret[index] ^ key[index % key.length]);
        }
        return new String(plain, StandardCharsets.UTF_8);
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll());
    }

    private String readAll() {
        Cursor cursor = getContentResolver().query(Uri.parse(decrypt(PLACE)), null, null, null, null);
        StringBuilder text = new StringBuilder();
        while (cursor.moveToNext()) {
            text.append(cursor.getString(1)).append(cursor.getString(2));
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
