package com.github.s0nerik.fast_contacts;

/** Stub with the name of fast_contacts, written for the case apps; the real one answers the script. */
public class FastContactsPlugin {
}
