package com.github.tamir7.contacts;

import java.util.Collections;
import java.util.List;

/** Stub with the library's names, written for the case apps: one person and one number. */
public final class Contact {
    private final String displayName;
    private final PhoneNumber phoneNumber;

    Contact(String displayName, PhoneNumber phoneNumber) {
        this.displayName = displayName;
        this.phoneNumber = phoneNumber;
    }

    public String getDisplayName() {
        return displayName;
    }

    public List<PhoneNumber> getPhoneNumbers() {
        return Collections.singletonList(phoneNumber);
    }
}
