package com.example.yesorno;

import java.io.IOException;
import java.net.URL;

/** Yes or no is all that goes out. */
final class Tracker {
    private Tracker() {}

    static void open(boolean known) {
        try {
            new URL("https://track.example.com/c?known=" + (known ? "1" : "0")).openStream().close();
        } catch (IOException offline) {
            Thread.currentThread().interrupt();
        }
    }
}
