package app.capgo.contacts;

/** Stub with the name of @capgo/capacitor-contacts, written for the case apps; the real one answers the script. */
public class CapacitorContactsPlugin {
}
