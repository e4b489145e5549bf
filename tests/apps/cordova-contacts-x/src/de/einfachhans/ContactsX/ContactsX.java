package de.einfachhans.ContactsX;

/** Stub with the name of cordova-plugin-contacts-x, written for the case apps; the real one answers the script. */
public class ContactsX {
}
