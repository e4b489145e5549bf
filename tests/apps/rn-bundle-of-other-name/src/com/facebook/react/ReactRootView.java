package com.facebook.react;

/** Stub with the name of React Native's view, written for the case apps; the real one answers the script. */
public class ReactRootView {
}
