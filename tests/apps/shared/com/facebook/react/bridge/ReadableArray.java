package com.facebook.react.bridge;

/** An array handed to or from the script. */
public interface ReadableArray {
    int size();
}
