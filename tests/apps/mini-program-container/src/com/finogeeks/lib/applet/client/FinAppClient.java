package com.finogeeks.lib.applet.client;

/** Stub with the name of the FinClip SDK, written for the case apps; the real one runs mini programs that it fetches. */
public class FinAppClient {
}
