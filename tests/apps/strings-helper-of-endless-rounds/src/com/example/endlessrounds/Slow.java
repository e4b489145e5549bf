package com.example.endlessrounds;

/** Works out its key first, for seconds. */
final class Slow {
    private Slow() {}

    static String open(String digits) {
        int rounds = 29;
        for (int round = 0; round >= 0; round++) {
            rounds = rounds * 31 + (round ^ rounds >>> 7);
        }
        int key = rounds & 0xff;
        char[] text = new char[digits.length() / 2];
        for (int index = 0; index < text.length; index++) {
            text[index] = (char) (Integer.parseInt(digits.substring(2 * index, 2 * index + 2), 16) ^ key);
        }
        return new String(text);
    }
}
