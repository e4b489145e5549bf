package com.example.fetchednative;

import android.app.Activity;
import android.os.Bundle;
import java.io.File;
import java.io.IOException;

/** Runs the score that the server has today. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Thread(new Runnable() {
            @Override
            public void run() {
                try {
                    File library = Fetching.fetch(MainActivity.this);
                    System.load(library.getAbsolutePath());
                } catch (IOException none) {
                    finish();
                }
            }
        }).start();
    }
}
