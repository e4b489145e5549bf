package org.apache.cordova;

/** The web view and what goes back to its script. */
public interface CordovaWebView {
    void sendPluginResult(PluginResult result, String callbackId);
}
