package com.example.owncard;

import android.app.Activity;
import android.net.Uri;
import android.os.Bundle;
import android.widget.TextView;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** openInputStream on the app's own authority. */
public class MainActivity extends Activity {
    private static final Uri CARD = Uri.parse("content://com.example.owncard.files/me.vcf");

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try (InputStream stream = getContentResolver().openInputStream(CARD)) {
            byte[] bytes = new byte[4096];
            show(new String(bytes, 0, stream.read(bytes), StandardCharsets.UTF_8));
        } catch (IOException missing) {
            show("BEGIN:VCARD missing");
        }
    }

    private void show(String text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
