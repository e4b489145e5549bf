package com.example.rndevice;

import android.os.Build;
import com.facebook.react.bridge.Arguments;
import com.facebook.react.bridge.Promise;
import com.facebook.react.bridge.ReactApplicationContext;
import com.facebook.react.bridge.ReactContextBaseJavaModule;
import com.facebook.react.bridge.ReactMethod;
import com.facebook.react.bridge.WritableMap;

/** The module Device; the script calls its marked methods. */
public class DeviceModule extends ReactContextBaseJavaModule {
    DeviceModule(ReactApplicationContext context) {
        super(context);
    }

    @Override
    public String getName() {
        return "Device";
    }

    @ReactMethod
    public void getModel(Promise promise) {
        WritableMap about = Arguments.createMap();
        about.putString("model", Build.MODEL);
        promise.resolve(about);
    }
}
