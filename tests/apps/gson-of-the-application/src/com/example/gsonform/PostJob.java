package com.example.gsonform;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.HttpURLConnection;
import java.net.URL;

/** Sends one document. */
final class PostJob implements Runnable {
    private final String json;

    PostJob(String json) {
        this.json = json;
    }

    @Override
    public void run() {
        try {
            HttpURLConnection connection = (HttpURLConnection) new URL("https://api.example.com/apply").openConnection();
            connection.setDoOutput(true);
            try (Writer writer = new OutputStreamWriter(connection.getOutputStream())) {
                writer.write(json);
            }
            connection.getInputStream().close();
        } catch (IOException offline) {
            Thread.currentThread().interrupt();
        }
    }
}
