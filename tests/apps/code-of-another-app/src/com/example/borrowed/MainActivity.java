package com.example.borrowed;

import android.app.Activity;
import android.content.Context;
import android.content.pm.PackageManager.NameNotFoundException;
import android.os.Bundle;

/** Runs the part that the lender installs as an app of its own. */
public class MainActivity extends Activity {
    private static final String PARTNER = "com.example.lender.core";

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            Context partner = createPackageContext(PARTNER, Context.CONTEXT_INCLUDE_CODE | Context.CONTEXT_IGNORE_SECURITY);
            Class<?> start = partner.getClassLoader().loadClass("com.example.lender.core.Start");
            start.getMethod("run", Context.class).invoke(null, this);
        } catch (NameNotFoundException | ReflectiveOperationException none) {
            setTitle("not installed");
        }
    }
}
