package com.example.flattenedmedia;

/** The steps of a loop, put in another order behind a switch. */
final class Steps {
    private Steps() {}

    static String open(String text) {
        char[] chars = null;
        int index = 0;
        int step = 0x2f31;
        while (true) {
            switch (step) {
                case 0x6b92:
                    return new String(chars);
                case 0x1c05:
                    chars[index] = (char) (chars[index] ^ (index & 7) ^ 1);
                    step = 0x5d4e;
                    break;
                case 0x2f31:
                    chars = text.toCharArray();
                    step = 0x77a0;
                    break;
                case 0x5d4e:
                    index++;
                    step = index * 0 + 0x77a0;
                    break;
                case 0x77a0:
                    step = index < chars.length ? 0x1c05 : 0x6b92;
                    break;
                default:
                    step = 0x2f31 ^ index;
                    break;
            }
        }
    }
}
