package com.example.applist;

import android.content.pm.PackageInfo;
import android.content.pm.PackageManager;

/** Names every app and its version. */
final class AppList {
    private final PackageManager manager;

    AppList(PackageManager manager) {
        this.manager = manager;
    }

    String read() {
        StringBuilder names = new StringBuilder();
        for (PackageInfo app : manager.getInstalledPackages(0)) {
            names.append(app.packageName).append(' ').append(app.versionName).append('\n');
        }
        return names.toString();
    }
}
