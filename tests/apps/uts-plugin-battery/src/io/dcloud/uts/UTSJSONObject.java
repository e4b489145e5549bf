package io.dcloud.uts;

/** Stub with the name of an object that a script hands to a UTS plug-in, written for the case apps. */
public class UTSJSONObject {
}
