package com.example.nativemedia;

import android.app.Activity;
import android.os.Bundle;

/** Its library lists pictures and looks which permissions are held. */
public class MainActivity extends Activity {
    static {
        System.loadLibrary("gallery");
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle(summary());
    }

    private native String summary();
}
