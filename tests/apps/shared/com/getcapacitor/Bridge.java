package com.getcapacitor;

import android.content.Context;
import android.webkit.JavascriptInterface;

/** Makes the plugins that assets/capacitor.plugins.json names, and calls their methods by name. */
public class Bridge {
    private final Context context;

    public Bridge(Context context) {
        this.context = context;
    }

    public Context getContext() {
        return context;
    }

    public native PermissionState getPermissionState(String alias);

    public native void requestPermission(String alias, PluginCall call, String callbackName);

    public native void loadPlugins(String list);

    @JavascriptInterface
    public native void postMessage(String message);
}
