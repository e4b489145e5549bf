package com.stub;

/** Stub with the name of the application of a packer, written for the case apps; the real one answers the script. */
public class StubApp extends android.app.Application {
}
