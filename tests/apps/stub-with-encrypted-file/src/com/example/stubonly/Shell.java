package com.example.stubonly;

import android.app.Application;
import android.content.Context;

/** Runs before everything else; its library brings in the code that the screens are made of. */
public class Shell extends Application {
    @Override
    protected void attachBaseContext(Context base) {
        super.attachBaseContext(base);
        System.loadLibrary("shell");
        install(base);
    }

    private static native void install(Context base);
}
