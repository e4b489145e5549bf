package io.dcloud.feature.contacts;

/** Stub with the name of DCloud's contact feature, written for the case apps; the real one answers the script. */
public class ContactsFeatureImpl {
}
