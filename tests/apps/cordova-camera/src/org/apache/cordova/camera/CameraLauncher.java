package org.apache.cordova.camera;

/** Stub with the name of cordova-plugin-camera, written for the case apps; the real one answers the script. */
public class CameraLauncher extends org.apache.cordova.CordovaPlugin {
}
