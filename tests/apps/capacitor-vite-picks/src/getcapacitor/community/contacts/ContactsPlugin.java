package getcapacitor.community.contacts;

/** Stub with the name of @capacitor-community/contacts, written for the case apps; the real one answers the script. */
public class ContactsPlugin {
}
