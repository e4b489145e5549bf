package com.qihoo360.replugin;

import android.app.Application;
import android.content.Context;

/** Stands for the class of this name in RePlugin. */
public class RePluginApplication extends Application {
    @Override
    protected void attachBaseContext(Context base) {
        super.attachBaseContext(base);
        RePlugin.App.attachBaseContext(this);
    }
}
