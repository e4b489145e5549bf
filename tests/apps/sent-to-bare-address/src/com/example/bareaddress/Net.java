package com.example.bareaddress;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/** Posts a text to nobody knows whom. */
final class Net {
    private Net() {}

    static void post(String text) {
        try {
            HttpURLConnection connection = (HttpURLConnection) new URL("http://203.0.113.7/v2/in").openConnection();
            connection.setDoOutput(true);
            try (OutputStream body = connection.getOutputStream()) {
                body.write(text.getBytes(StandardCharsets.UTF_8));
            }
            connection.getResponseCode();
        } catch (IOException offline) {
            Thread.currentThread().interrupt();
        }
    }
}
