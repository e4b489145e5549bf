package com.tencent.tinker.loader.app;

import android.app.Application;
import android.content.Context;
import android.content.Intent;

/** Stands for the class of this name in Tinker: the app's Application, which has the loader look for a patch first. */
public abstract class TinkerApplication extends Application {
    private final int flags;
    private final String loaderClassName;
    private Intent result;

    protected TinkerApplication(int flags, String delegateClassName, String loaderClassName) {
        this.flags = flags;
        this.loaderClassName = loaderClassName;
    }

    @Override
    protected void attachBaseContext(Context base) {
        super.attachBaseContext(base);
        try {
            Class<?> loader = Class.forName(loaderClassName, false, TinkerApplication.class.getClassLoader());
            result = (Intent) loader.getMethod("tryLoad", TinkerApplication.class).invoke(loader.getConstructor().newInstance(), this);
        } catch (ReflectiveOperationException failed) {
            result = new Intent();
            result.putExtra("intent_return_code", flags);
        }
    }
}
