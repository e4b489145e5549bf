package io.dcloud.feature.contacts;

/** Stub with the name of the contacts feature of HTML5+, written for the case apps; the real one answers the script. */
public class ContactsFeatureImpl {
}
