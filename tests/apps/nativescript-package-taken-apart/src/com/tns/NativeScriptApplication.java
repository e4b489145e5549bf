package com.tns;

/** Stub with the name of NativeScript's application, written for the case apps; the real one answers the script. */
public class NativeScriptApplication {
}
