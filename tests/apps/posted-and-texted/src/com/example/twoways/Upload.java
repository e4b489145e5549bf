package com.example.twoways;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/** Sends text to the server. */
final class Upload {
    private Upload() {}

    static void post(String text) {
        try {
            HttpURLConnection connection = (HttpURLConnection) new URL("https://api.example.com/v1").openConnection();
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
