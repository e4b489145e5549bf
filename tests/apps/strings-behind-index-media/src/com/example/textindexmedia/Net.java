package com.example.textindexmedia;

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
            HttpURLConnection connection = (HttpURLConnection) new URL(Table.get(1)).openConnection();
            connection.setRequestMethod(Table.get(2));
            connection.setRequestProperty(Table.get(3), Table.get(4));
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
