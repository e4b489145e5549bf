package com.example.capdevice;

import android.os.Build;
import com.getcapacitor.JSObject;
import com.getcapacitor.Plugin;
import com.getcapacitor.PluginCall;
import com.getcapacitor.PluginMethod;
import com.getcapacitor.annotation.CapacitorPlugin;

/** The plugin Device. */
@CapacitorPlugin(name = "Device")
public class DevicePlugin extends Plugin {
    @PluginMethod
    public void getInfo(PluginCall call) {
        JSObject about = new JSObject();
        about.put("model", Build.MODEL);
        call.resolve(about);
    }
}
