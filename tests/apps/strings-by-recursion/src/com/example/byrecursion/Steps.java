package com.example.byrecursion;

/** Undoes one letter and asks itself for the rest; each letter is the distance from the one before. */
final class Steps {
    private Steps() {}

    static String text(String hex) {
        return rest(hex, 'A');
    }

    private static String rest(String hex, int before) {
        if (hex.isEmpty()) {
            return "";
        }
        int letter = (before + Integer.parseInt(hex.substring(0, 2), 16)) & 0xff;
        return (char) letter + rest(hex.substring(2), letter);
    }
}
