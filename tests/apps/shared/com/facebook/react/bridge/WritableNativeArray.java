package com.facebook.react.bridge;

/** An array kept by native code. */
public class WritableNativeArray implements WritableArray {
    @Override
    public native int size();

    @Override
    public native void pushString(String value);

    @Override
    public native void pushMap(ReadableMap value);
}
