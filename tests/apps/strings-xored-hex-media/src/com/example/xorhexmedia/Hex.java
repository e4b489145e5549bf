package com.example.xorhexmedia;

import java.nio.charset.StandardCharsets;

/** Texts as hexadecimal digits, every byte changed by the same key. */
final class Hex {
    private static final int KEY = 0x5a;

    private Hex() {}

    static String clear(String digits) {
        byte[] bytes = new byte[digits.length() / 2];
        for (int index = 0; index < bytes.length; index++) {
            bytes[index] = (byte) (Integer.parseInt(digits.substring(2 * index, 2 * index + 2), 16) ^ KEY);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
