package com.example.lettersmedia;

/** Moves every letter back by where it stands. */
final class Letters {
    private Letters() {}

    static String back(char[] chars) {
        for (int index = 0; index < chars.length; index++) {
            chars[index] -= index % 5 + 1;
        }
        return String.valueOf(chars);
    }

    /** Only the first `length` are meant; the rest is there to fill. */
    static String head(char[] chars, int length) {
        for (int index = length - 1; index >= 0; index--) {
            chars[index] = (char) (chars[index] - (index % 3 + 1));
        }
        return new String(chars, 0, length);
    }
}
