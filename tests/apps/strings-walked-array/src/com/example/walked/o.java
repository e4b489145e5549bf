package com.example.walked;

/** One array of distances for all texts of the class; a text is a start, a length and a first letter, as DexGuard does. */
final class o {
    private static final byte[] $ = {11, -3, 90, 7, 6, 10, -7, 6, 10, -2, 17, 17, 4, 11, -10, 14, 11, -53, -6, 5, 57, 17, 3, -58, 56, 18, -5, 19, 2, -1, 0, -49, 58, 17, 4, 11, -14, 7, 22, 4, -63, 58, 2, 24, -14, -45, 70, -3, 12, 4, -4, 19, 17, 10, 15, 2, 1, -6, 29, -21, 20, -8, 17, -3, 17, 2, 24, -14, -43, 17};
    private static int $$ = 5;

    private o() {}

    static String o(int length, short first, int place) {
        byte[] source = $;
        byte[] letters = new byte[length];
        int letter = 116 - first;
        int last = length - 1;
        int done = -1;
        for (; ; ) {
            done++;
            letters[done] = (byte) letter;
            if (done == last) {
                return new String(letters, 0).intern();
            }
            letter = letter + source[place] - $$;
            place++;
        }
    }
}
