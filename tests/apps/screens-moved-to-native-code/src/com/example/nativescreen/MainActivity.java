package com.example.nativescreen;

import android.app.Activity;
import android.os.Bundle;

/** What the screen does was moved into native code, method by method. */
public class MainActivity extends Activity {
    static {
        System.loadLibrary("screens");
    }

    @Override
    protected native void onCreate(Bundle state);

    @Override
    protected native void onResume();
}
