package com.example.nativeclass;

import android.app.Activity;
import android.os.Bundle;

/** Everything that matters happens in the library. */
public class MainActivity extends Activity {
    static {
        System.loadLibrary("lender");
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle(start());
    }

    private native String start();
}
