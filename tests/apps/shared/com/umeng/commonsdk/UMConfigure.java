package com.umeng.commonsdk;

import android.content.Context;
import android.util.Log;

/** Stub with the library's name and method, written for the case apps: counts nothing. */
public final class UMConfigure {
    private UMConfigure() {}

    public static void init(Context context, String appKey, String channel, int deviceType, String pushSecret) {
        Log.i("stub", appKey + ' ' + channel);
    }
}
