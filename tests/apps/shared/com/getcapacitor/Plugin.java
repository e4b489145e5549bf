package com.getcapacitor;

import android.content.Context;

/** What the script can call by name. */
public class Plugin {
    protected Bridge bridge;

    public void setBridge(Bridge bridge) {
        this.bridge = bridge;
    }

    public Context getContext() {
        return bridge.getContext();
    }

    public PermissionState getPermissionState(String alias) {
        return bridge.getPermissionState(alias);
    }

    protected void requestPermissionForAlias(String alias, PluginCall call, String callbackName) {
        try {
            bridge.requestPermission(alias, call, callbackName);
        } catch (Exception broken) {
            call.reject(broken.getMessage());
        }
    }
}
