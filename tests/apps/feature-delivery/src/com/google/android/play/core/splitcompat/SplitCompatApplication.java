package com.google.android.play.core.splitcompat;

import android.app.Application;
import android.content.Context;

/** Stands for the class of this name in Play Core. */
public class SplitCompatApplication extends Application {
    @Override
    protected void attachBaseContext(Context base) {
        super.attachBaseContext(base);
        SplitCompat.install(this);
    }
}
