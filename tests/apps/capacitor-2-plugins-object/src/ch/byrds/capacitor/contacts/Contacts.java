package ch.byrds.capacitor.contacts;

/** Stub with the name of capacitor-contacts, written for the case apps; the real one answers the script. */
public class Contacts {
}
