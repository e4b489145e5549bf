package flutter.plugins.contactsservice.contactsservice;

/** Stub with the name of contacts_service, written for the case apps; the real one answers the script. */
public class ContactsServicePlugin {
}
