package com.example.twoservers;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/** The server of somebody else. */
final class Scorer {
    private Scorer() {}

    static void post(String text) {
        try {
            HttpURLConnection connection = (HttpURLConnection) new URL("https://in.example.net/score").openConnection();
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
