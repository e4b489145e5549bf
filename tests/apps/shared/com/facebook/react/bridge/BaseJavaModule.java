package com.facebook.react.bridge;

/** A module written in Java. */
public abstract class BaseJavaModule implements NativeModule {
}
