package org.apache.cordova.contacts;

/** Stub with the name of cordova-plugin-contacts, written for the case apps; the real one answers the script. */
public class ContactManager extends org.apache.cordova.CordovaPlugin {
}
