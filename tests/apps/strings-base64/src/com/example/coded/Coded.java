package com.example.coded;

import android.util.Base64;
import java.nio.charset.StandardCharsets;

/** Texts in Base64. */
final class Coded {
    private Coded() {}

    static String text(String coded) {
        return new String(Base64.decode(coded, Base64.DEFAULT), StandardCharsets.UTF_8);
    }

    static String name(String coded) {
        return new String(Base64.decode(coded.getBytes(StandardCharsets.US_ASCII), Base64.NO_PADDING | Base64.NO_WRAP));
    }
}
