package com.facebook.react.bridge;

/** A map kept by native code. */
public class WritableNativeMap implements WritableMap {
    @Override
    public native String getString(String name);

    @Override
    public native void putString(String key, String value);

    @Override
    public native void putArray(String key, ReadableArray value);

    @Override
    public native void putMap(String key, ReadableMap value);
}
