package com.learnium.RNDeviceInfo;

/** Stub with the name of react-native-device-info, written for the case apps; the real one answers the script. */
public class RNDeviceModule {
}
