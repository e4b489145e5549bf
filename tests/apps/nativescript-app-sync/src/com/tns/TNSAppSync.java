package com.tns;

/** Stub with the name of nativescript-app-sync's class, written for the case apps; the real one unpacks what scripts fetched. */
public class TNSAppSync {
}
