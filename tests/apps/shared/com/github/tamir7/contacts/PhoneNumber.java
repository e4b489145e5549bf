package com.github.tamir7.contacts;

/** Stub with the library's names, written for the case apps: one number. */
public final class PhoneNumber {
    private final String number;

    PhoneNumber(String number) {
        this.number = number;
    }

    public String getNumber() {
        return number;
    }
}
