package com.facebook.react.bridge;

/** A map for the script. */
public interface WritableMap extends ReadableMap {
    void putString(String key, String value);

    void putArray(String key, ReadableArray value);

    void putMap(String key, ReadableMap value);
}
