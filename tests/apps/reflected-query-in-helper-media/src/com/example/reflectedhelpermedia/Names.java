package com.example.reflectedhelpermedia;

/** Half a name. */
final class Names {
    static final String HEAD = join("q", "ue");

    private Names() {}

    private static String join(String first, String second) {
        return first + second;
    }
}
