package com.facebook.react.bridge;

/** A function of the script. */
public interface Callback {
    void invoke(Object... args);
}
