package com.lenddo.data.models;

/** Stub with the library's name and method, written for the case apps. */
public class ClientOptions {
    private boolean wifiOnly;

    public void setWifiOnly(boolean wifiOnly) {
        this.wifiOnly = wifiOnly;
    }

    public boolean isWifiOnly() {
        return wifiOnly;
    }
}
