package com.example.querystring;

import java.io.IOException;
import java.net.URL;
import java.net.URLEncoder;

/** There is no body: the address itself carries the number. */
final class Tracker {
    private Tracker() {}

    static void open(String number) {
        try {
            String address = "https://track.example.com/c?m=" + URLEncoder.encode(number, "UTF-8");
            new URL(address).openStream().close();
        } catch (IOException offline) {
            Thread.currentThread().interrupt();
        }
    }
}
