package com.dbaq.cordova.contactsPhoneNumbers;

/** Stub with the name of cordova-plugin-contacts-phonenumbers, written for the case apps; the real one answers the script. */
public class ContactsManager {
}
