package com.example.rnbattery;

import android.content.Context;
import android.os.BatteryManager;
import com.facebook.react.bridge.Callback;
import com.facebook.react.bridge.ReactApplicationContext;

/** The module, written by hand. */
public class BatteryModule extends NativeModuleSpec {
    BatteryModule(ReactApplicationContext context) {
        super(context);
    }

    @Override
    public String getName() {
        return "RCTBattery";
    }

    @Override
    public void getLevel(Callback callback) {
        Context context = getReactApplicationContext();
        BatteryManager battery = (BatteryManager) context.getSystemService(Context.BATTERY_SERVICE);
        callback.invoke(null, battery.getIntProperty(BatteryManager.BATTERY_PROPERTY_CAPACITY));
    }
}
