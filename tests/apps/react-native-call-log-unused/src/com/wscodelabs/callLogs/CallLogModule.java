package com.wscodelabs.callLogs;

/** Stub with the name of react-native-call-log, written for the case apps; the real one answers the script. */
public class CallLogModule {
}
