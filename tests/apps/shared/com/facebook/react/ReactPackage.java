package com.facebook.react;

import com.facebook.react.bridge.NativeModule;
import com.facebook.react.bridge.ReactApplicationContext;
import java.util.List;

/** Lists the modules of one library. */
public interface ReactPackage {
    List<NativeModule> createNativeModules(ReactApplicationContext context);
}
