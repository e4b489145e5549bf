package com.example.byexception;

/** Gives a text by throwing it: the loop ends when the array does, and the text is what the catcher makes of it. */
final class Thrown {
    private Thrown() {}

    static String text(int... codes) {
        StringBuilder text = new StringBuilder();
        try {
            for (int index = 0; ; index++) {
                text.append((char) (codes[index] ^ ((codes[codes.length - 1] + 7 * index) & 0x7f)));
            }
        } catch (ArrayIndexOutOfBoundsException end) {
            text.setLength(text.length() - 1);
        }
        try {
            fail(text.toString());
            return "";
        } catch (IllegalStateException told) {
            return told.getMessage();
        }
    }

    private static void fail(String text) {
        throw new IllegalStateException(text);
    }
}
