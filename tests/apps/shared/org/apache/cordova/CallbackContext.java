package org.apache.cordova;

import org.json.JSONArray;
import org.json.JSONObject;

/** The script's callbacks for one call. */
public class CallbackContext {
    private final String callbackId;
    private final CordovaWebView webView;

    public CallbackContext(String callbackId, CordovaWebView webView) {
        this.callbackId = callbackId;
        this.webView = webView;
    }

    public void sendPluginResult(PluginResult result) {
        webView.sendPluginResult(result, callbackId);
    }

    public void success(JSONObject message) {
        sendPluginResult(new PluginResult(PluginResult.Status.OK, message));
    }

    public void success(JSONArray message) {
        sendPluginResult(new PluginResult(PluginResult.Status.OK, message));
    }
}
