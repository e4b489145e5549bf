package com.juliusgithaiga.flutter_sms_inbox;

/** Stub with the name of flutter_sms_inbox, written for the case apps; the real one answers the script. */
public class FlutterSmsInboxPlugin {
}
