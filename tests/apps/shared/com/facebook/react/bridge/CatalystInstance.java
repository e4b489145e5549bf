package com.facebook.react.bridge;

import java.util.List;

/** The script engine: native code that calls modules by name. */
public class CatalystInstance {
    public native void registerModules(List<NativeModule> modules);

    public native void loadScript(String file);
}
