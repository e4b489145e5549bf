package com.example.samefield;

/** The page of the manual that was last read. */
final class Manual {
    private static final Manual INSTANCE = new Manual();

    String book = "";

    private Manual() {}

    static Manual get() {
        return INSTANCE;
    }
}
