package com.example.nomemory;

/** Wants more memory than there is. */
final class Slow {
    private Slow() {}

    static String open(String digits) {
        int key;
        try {
            byte[] room = new byte[2_000_000_000];
            room[digits.length()] = 0x51;
            key = room[digits.length()] | room[0];
        } catch (OutOfMemoryError little) {
            key = 0x2e;
        }
        char[] text = new char[digits.length() / 2];
        for (int index = 0; index < text.length; index++) {
            text[index] = (char) (Integer.parseInt(digits.substring(2 * index, 2 * index + 2), 16) ^ key);
        }
        return new String(text);
    }
}
