package com.example.rnposts;

import com.facebook.react.ReactActivity;
import com.facebook.react.ReactPackage;
import com.facebook.react.bridge.NativeModule;
import com.facebook.react.bridge.ReactApplicationContext;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Starts the script and gives it one module. */
public class MainActivity extends ReactActivity {
    @Override
    protected List<ReactPackage> getPackages() {
        return Collections.<ReactPackage>singletonList(new OwnPackage());
    }

    static class OwnPackage implements ReactPackage {
        @Override
        public List<NativeModule> createNativeModules(ReactApplicationContext context) {
            return Arrays.<NativeModule>asList(new BookModule(context));
        }
    }
}
