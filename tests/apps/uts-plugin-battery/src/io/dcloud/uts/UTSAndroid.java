package io.dcloud.uts;

import android.content.Context;

/** Stub with the name of what UTS plug-ins get the app's context from, written for the case apps. */
public final class UTSAndroid {
    public static final UTSAndroid INSTANCE = new UTSAndroid();

    public Context getAppContext() {
        return null;
    }
}
