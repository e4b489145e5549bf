package com.stub;

import android.app.Application;
import android.content.Context;

/** Stub with the name of the packer's own class, written for the case apps: hands over to its library. */
public class StubApp extends Application {
    @Override
    protected void attachBaseContext(Context base) {
        super.attachBaseContext(base);
        System.loadLibrary("jiagu");
    }
}
