package com.example.thread;

import android.app.Activity;
import android.os.Bundle;

/** Starts the thread. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new ReadThread(this).start();
    }
}
