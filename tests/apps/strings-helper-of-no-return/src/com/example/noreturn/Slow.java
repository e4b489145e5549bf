package com.example.noreturn;

/** Falls until it is caught. */
final class Slow {
    private Slow() {}

    static String open(String digits) {
        int key;
        try {
            key = fall(digits.length());
        } catch (StackOverflowError full) {
            key = 0x2e;
        }
        char[] text = new char[digits.length() / 2];
        for (int index = 0; index < text.length; index++) {
            text[index] = (char) (Integer.parseInt(digits.substring(2 * index, 2 * index + 2), 16) ^ key);
        }
        return new String(text);
    }

    private static int fall(int depth) {
        return fall(depth + 1) ^ depth;
    }
}
