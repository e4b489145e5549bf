package com.example.hollow;

import android.app.Application;
import android.content.Context;

/** Brings in the real screens before anything else runs. */
public class a extends Application {
    static {
        System.loadLibrary("vdata");
    }

    @Override
    protected void attachBaseContext(Context base) {
        super.attachBaseContext(base);
        a(base, this);
    }

    @Override
    public void onCreate() {
        super.onCreate();
        b();
    }

    private static native void a(Context base, Application self);

    private static native void b();
}
