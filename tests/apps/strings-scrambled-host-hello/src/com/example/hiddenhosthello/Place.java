package com.example.hiddenhosthello;

/** Where the server is. */
final class Place {
    private static final char[] KEY = {'m', 'O', '7'};

    private Place() {}

    static String of(String digits) {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < digits.length(); index += 4) {
            int code = Integer.parseInt(digits.substring(index, index + 4), 16);
            text.append((char) (code ^ KEY[index / 4 % KEY.length]));
        }
        return text.toString();
    }
}
