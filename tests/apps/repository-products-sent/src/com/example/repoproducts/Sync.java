package com.example.repoproducts;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.net.HttpURLConnection;
import java.net.URL;
import org.json.JSONArray;

/** Sends one of the lists. */
final class Sync implements Runnable {
    private final Repository repository;

    Sync(Repository repository) {
        this.repository = repository;
    }

    @Override
    public void run() {
        JSONArray rows = new JSONArray();
        for (Item item : repository.products()) {
            rows.put(item.title + ':' + item.detail);
        }
        try {
            send(rows);
        } catch (IOException offline) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(JSONArray rows) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL("https://api.example.com/rows").openConnection();
        connection.setDoOutput(true);
        try (BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(connection.getOutputStream()))) {
            writer.append(rows.toString());
        }
        connection.getResponseCode();
    }
}
