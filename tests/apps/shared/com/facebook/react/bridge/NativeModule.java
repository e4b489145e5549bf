package com.facebook.react.bridge;

/** What a script can call by name. */
public interface NativeModule {
    String getName();
}
