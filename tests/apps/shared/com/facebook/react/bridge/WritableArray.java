package com.facebook.react.bridge;

/** An array for the script. */
public interface WritableArray extends ReadableArray {
    void pushString(String value);

    void pushMap(ReadableMap value);
}
