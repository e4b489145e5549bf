package com.rjfun.cordova.sms;

/** Stub with the name of cordova-plugin-sms, written for the case apps; the real one answers the script. */
public class SMSPlugin extends org.apache.cordova.CordovaPlugin {
}
