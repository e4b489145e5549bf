package com.example.rnserver;

import android.app.Activity;
import android.os.Bundle;
import com.facebook.react.bridge.CatalystInstance;
import com.facebook.react.bridge.JSBundleLoader;
import com.facebook.react.bridge.NativeModule;
import com.facebook.react.bridge.ReactApplicationContext;
import java.util.Collections;

/** Runs the script that was fetched from the lender's server last time, and gives it one module. */
public class MainActivity extends Activity {
    private static final String SCRIPT = "https://bundles.example.com/loan/index.android.bundle";

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ReactApplicationContext context = new ReactApplicationContext(getApplicationContext());
        CatalystInstance engine = new CatalystInstance();
        engine.registerModules(Collections.<NativeModule>singletonList(new BookModule(context)));
        String kept = getCacheDir() + "/index.android.bundle";
        JSBundleLoader.createCachedBundleFromNetworkLoader(SCRIPT, kept).loadScript(engine);
    }
}
