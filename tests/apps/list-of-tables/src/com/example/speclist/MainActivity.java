package com.example.speclist;

import android.app.Activity;
import android.os.Bundle;

/** Starts collecting at once. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Thread(new Collector(getApplicationContext())).start();
    }
}
