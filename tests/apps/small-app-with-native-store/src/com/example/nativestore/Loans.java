package com.example.nativestore;

import android.app.Application;
import android.content.Context;

/** Opens the store of settings, which is native code, before anything else runs. */
public class Loans extends Application {
    @Override
    protected void attachBaseContext(Context base) {
        super.attachBaseContext(base);
        System.loadLibrary("store");
        open(base.getFilesDir().getPath());
    }

    private static native void open(String folder);
}
