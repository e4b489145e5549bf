package com.example.xoroffer;

/** Texts whose bytes were changed. */
final class Blur {
    private Blur() {}

    static String off(byte... bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        for (byte each : bytes) {
            text.append((char) ((each ^ 0x33) & 0xff));
        }
        return text.toString();
    }
}
