package com.example.nativelabel;

/** Texts that a native library keeps. */
final class Texts {
    static {
        System.loadLibrary("texts");
    }

    private Texts() {}

    static native String get(int number);
}
