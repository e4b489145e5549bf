package com.example.rnbattery;

import com.facebook.react.bridge.Callback;
import com.facebook.react.bridge.ReactApplicationContext;
import com.facebook.react.bridge.ReactContextBaseJavaModule;
import com.facebook.react.bridge.ReactMethod;
import com.facebook.react.turbomodule.core.interfaces.TurboModule;

/** What React Native's code generator makes of the module's interface in TypeScript. */
public abstract class NativeModuleSpec extends ReactContextBaseJavaModule implements TurboModule {
    public NativeModuleSpec(ReactApplicationContext context) {
        super(context);
    }

    @ReactMethod
    public abstract void getLevel(Callback callback);
}
