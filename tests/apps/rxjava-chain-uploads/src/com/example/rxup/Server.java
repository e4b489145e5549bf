package com.example.rxup;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/** Takes JSON. */
final class Server {
    private Server() {}

    static int post(String json) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL("https://api.example.com/rx").openConnection();
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        }
        return connection.getResponseCode();
    }
}
