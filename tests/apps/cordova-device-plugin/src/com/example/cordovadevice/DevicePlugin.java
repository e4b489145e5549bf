package com.example.cordovadevice;

import android.os.Build;
import org.apache.cordova.CallbackContext;
import org.apache.cordova.CordovaPlugin;
import org.apache.cordova.PluginResult;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

/** The plugin Device. */
public class DevicePlugin extends CordovaPlugin {
    @Override
    public boolean execute(String action, JSONArray args, CallbackContext callback) throws JSONException {
        JSONObject about = new JSONObject();
        about.put("model", Build.MODEL);
        callback.sendPluginResult(new PluginResult(PluginResult.Status.OK, about));
        return true;
    }
}
