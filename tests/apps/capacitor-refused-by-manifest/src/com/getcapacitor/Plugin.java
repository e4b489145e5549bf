package com.getcapacitor;

/** Stub with the name of Capacitor's base class of plug-ins, written for the case apps; the real one answers the script. */
public class Plugin {
}
