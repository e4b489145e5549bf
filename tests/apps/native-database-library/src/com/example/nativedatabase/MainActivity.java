package com.example.nativedatabase;

import android.app.Activity;
import android.os.Bundle;

/** Keeps its customers in a database of its own. */
public class MainActivity extends Activity {
    static {
        System.loadLibrary("sqliteX");
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle(customers());
    }

    private native String customers();
}
