package com.tkyaji.cordova;

/** Stub with the name of cordova-plugin-crypt-file, written for the case apps; the real one answers the script. */
public class DecryptResource {
}
