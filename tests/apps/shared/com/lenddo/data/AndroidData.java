package com.lenddo.data;

import android.app.Activity;
import android.content.Context;
import com.lenddo.data.models.ClientOptions;

/** Stub with the library's name and methods, written for the case apps: collects nothing. */
public final class AndroidData {
    private static ClientOptions chosen;

    private AndroidData() {}

    public static void setup(Context context, String partnerScriptId, String secret, ClientOptions options) {
        chosen = options;
    }

    public static void startAndroidData(Activity activity, String userId) {
        activity.setTitle(userId + (chosen.isWifiOnly() ? " over Wi-Fi" : ""));
    }
}
