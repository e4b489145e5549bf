package com.example.namedstarters;

import android.app.Application;
import android.content.pm.ApplicationInfo;
import android.content.pm.PackageManager;

/** Starts the parts that the manifest names, as libraries for dependency injection do. */
public class Starters extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        try {
            ApplicationInfo info = getPackageManager().getApplicationInfo(getPackageName(), PackageManager.GET_META_DATA);
            for (String name : info.metaData.keySet()) {
                if ("starter".equals(info.metaData.getString(name))) {
                    ((Runnable) Class.forName(name).getDeclaredConstructor().newInstance()).run();
                }
            }
        } catch (PackageManager.NameNotFoundException | ReflectiveOperationException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
