package com.example.protector;

import android.app.Application;

/** Starts as any Application does. */
public class LoanApp extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        setTheme(android.R.style.Theme_DeviceDefault);
    }
}
