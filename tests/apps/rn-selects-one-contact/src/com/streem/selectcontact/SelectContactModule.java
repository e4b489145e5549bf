package com.streem.selectcontact;

/** Stub with the name of react-native-select-contact, written for the case apps; the real one answers the script. */
public class SelectContactModule {
}
