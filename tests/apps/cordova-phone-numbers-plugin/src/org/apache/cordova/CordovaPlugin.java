package org.apache.cordova;

/** Stub with the name of Cordova's base class of plug-ins, written for the case apps; the real one answers the script. */
public class CordovaPlugin {
}
