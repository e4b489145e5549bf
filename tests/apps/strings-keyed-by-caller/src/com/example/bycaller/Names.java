package com.example.bycaller;

/** The key of a text is who asks for it: the class and the method that call, taken from the stack, as Allatori does. */
final class Names {
    private Names() {}

    static String of(String scrambled) {
        StackTraceElement caller = new Exception().getStackTrace()[1];
        String key = new StringBuilder(caller.getClassName()).append(caller.getMethodName()).toString();
        int place = key.length() - 1;
        char[] letters = new char[scrambled.length()];
        for (int index = letters.length - 1; index >= 0; index--) {
            letters[index] = (char) (scrambled.charAt(index) ^ ((key.charAt(place) & 0x3f) | 0x40) ^ 0x25);
            place--;
            if (place < 0) {
                place = key.length() - 1;
            }
        }
        return new String(letters);
    }
}
