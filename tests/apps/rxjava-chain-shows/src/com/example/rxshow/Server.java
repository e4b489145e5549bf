package com.example.rxshow;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/** Takes text. */
final class Server {
    private Server() {}

    static int post(String text) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL("https://api.example.com/device").openConnection();
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return connection.getResponseCode();
    }
}
