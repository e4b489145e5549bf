package com.getcapacitor;

import android.content.Context;
import android.webkit.JavascriptInterface;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the plugins that assets/capacitor.plugins.json names, and calls their methods by name. */
public class Bridge {
    private final Context context;
    private final Map<String, PluginHandle> plugins = new HashMap<>();
    private final MessageHandler handler;

    public Bridge(Context context, MessageHandler handler) {
        this.context = context;
        this.handler = handler;
    }

    public Context getContext() {
        return context;
    }

    public native PermissionState getPermissionState(String alias);

    public void requestPermission(String alias, PluginCall call, String callbackName) throws Exception {
        plugins.get(alias).answered(callbackName, call);
    }

    public native List<String> loadPluginClasses(String list);

    public void registerAllPlugins() throws Exception {
        for (String each : loadPluginClasses("capacitor.plugins.json")) {
            plugins.put(each, new PluginHandle(this, Class.forName(each).asSubclass(Plugin.class)));
        }
    }

    @JavascriptInterface
    public void postMessage(String plugin, String method) throws Exception {
        plugins.get(plugin).invoke(method, new PluginCall(handler));
    }
}
