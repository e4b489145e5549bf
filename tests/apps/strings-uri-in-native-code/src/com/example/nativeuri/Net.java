package com.example.nativeuri;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/** Posts a text. */
final class Net {
    private Net() {}

    static void post(String text) {
        try {
            HttpURLConnection connection = (HttpURLConnection) new URL("https://api.example.com/v1/apply").openConnection();
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
