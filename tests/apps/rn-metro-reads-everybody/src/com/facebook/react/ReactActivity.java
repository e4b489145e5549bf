package com.facebook.react;

/** Stub with the name of React Native's activity, written for the case apps; the real one answers the script. */
public class ReactActivity {
}
