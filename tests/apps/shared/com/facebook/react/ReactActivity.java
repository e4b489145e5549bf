package com.facebook.react;

import android.app.Activity;
import android.os.Bundle;
import com.facebook.react.bridge.CatalystInstance;
import com.facebook.react.bridge.ReactApplicationContext;
import java.util.List;

/** Starts the script with the modules of all packages. */
public abstract class ReactActivity extends Activity {
    protected abstract List<ReactPackage> getPackages();

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ReactApplicationContext context = new ReactApplicationContext(getApplicationContext());
        CatalystInstance engine = new CatalystInstance();
        for (ReactPackage each : getPackages()) {
            engine.registerModules(each.createNativeModules(context));
        }
        engine.loadScript("assets://index.android.bundle");
    }
}
