package com.example.owncolumns;

/** Texts of the app; the rates are worked out by a native library. */
final class Texts {
    private static final String[] ALL = {"Loan", "Apply", "Days", "display_name", "data1"};

    static {
        System.loadLibrary("texts");
    }

    private Texts() {}

    static String get(int number) {
        return ALL[number];
    }

    static native int rate(int amount);
}
