package com.example.keeps;

import android.app.Activity;
import android.os.Bundle;
import android.util.Log;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Three places on the phone, none outside. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String rows = Book.read(this);
        Log.d("book", rows);
        getPreferences(MODE_PRIVATE).edit().putString("book", rows).apply();
        try (FileOutputStream file = openFileOutput("book.json", MODE_PRIVATE)) {
            file.write(rows.getBytes(StandardCharsets.UTF_8));
        } catch (IOException full) {
            setTitle("disk full");
        }
    }
}
