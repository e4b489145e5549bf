package org.appcelerator.titanium;

/** Stub with the name of Titanium's application, written for the case apps; the real one answers the script. */
public class TiApplication {
}
