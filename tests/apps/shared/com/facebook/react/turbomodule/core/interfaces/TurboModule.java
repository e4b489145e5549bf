package com.facebook.react.turbomodule.core.interfaces;

/** A module of the new architecture. */
public interface TurboModule {
}
