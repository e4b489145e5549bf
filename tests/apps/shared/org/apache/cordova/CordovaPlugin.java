package org.apache.cordova;

import org.json.JSONArray;
import org.json.JSONException;

/** What the script can call by name. */
public class CordovaPlugin {
    public CordovaWebView webView;
    public CordovaInterface cordova;

    public final void privateInitialize(CordovaInterface cordova, CordovaWebView webView) {
        this.cordova = cordova;
        this.webView = webView;
    }

    public boolean execute(String action, String rawArgs, CallbackContext callbackContext) throws JSONException {
        return execute(action, new JSONArray(rawArgs), callbackContext);
    }

    public boolean execute(String action, JSONArray args, CallbackContext callbackContext) throws JSONException {
        return false;
    }
}
