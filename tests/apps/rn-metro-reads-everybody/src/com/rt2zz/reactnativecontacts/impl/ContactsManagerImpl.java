package com.rt2zz.reactnativecontacts.impl;

/** Stub with the name of react-native-contacts, written for the case apps; the real one answers the script. */
public class ContactsManagerImpl {
}
