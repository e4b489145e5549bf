package com.facebook.react.bridge;

/** Makes values for the script. */
public class Arguments {
    public static WritableArray createArray() {
        return new WritableNativeArray();
    }

    public static WritableMap createMap() {
        return new WritableNativeMap();
    }
}
