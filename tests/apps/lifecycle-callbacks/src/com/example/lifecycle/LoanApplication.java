package com.example.lifecycle;

import android.app.Application;

/** Registers the callbacks. */
public class LoanApplication extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        registerActivityLifecycleCallbacks(new Screens());
    }
}
