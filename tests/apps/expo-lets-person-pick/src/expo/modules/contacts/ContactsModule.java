package expo.modules.contacts;

/** Stub with the name of expo-contacts, written for the case apps; the real one answers the script. */
public class ContactsModule {
}
