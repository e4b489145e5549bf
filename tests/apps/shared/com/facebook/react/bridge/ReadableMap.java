package com.facebook.react.bridge;

/** A map handed to or from the script. */
public interface ReadableMap {
    String getString(String name);
}
