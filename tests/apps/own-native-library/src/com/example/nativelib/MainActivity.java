package com.example.nativelib;

import android.app.Activity;
import android.os.Bundle;

/** Lets its library work out the monthly rate. */
public class MainActivity extends Activity {
    static {
        System.loadLibrary("rates");
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle("A month: " + rate(10_000, 12));
    }

    private static native int rate(int amount, int months);
}
