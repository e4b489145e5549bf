package com.example.turnednamesmedia;

/** Names written from the other end of the alphabet. */
final class Names {
    private Names() {}

    static String of(String turned) {
        StringBuilder name = new StringBuilder();
        for (char letter : turned.toCharArray()) {
            name.append((char) (158 - letter));
        }
        return name.toString();
    }
}
