package com.example.samefield;

/** What the screens share. */
final class Session {
    private static final Session INSTANCE = new Session();

    String book = "";

    private Session() {}

    static Session get() {
        return INSTANCE;
    }
}
