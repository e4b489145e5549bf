package com.example.liveshown;

import androidx.lifecycle.Observer;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.List;
import java.util.concurrent.Executors;

/** Sends each new value. */
final class LiveUploader implements Observer<List<String>> {
    @Override
    public void onChanged(List<String> rows) {
        Executors.newSingleThreadExecutor().execute(() -> send(rows));
    }

    private void send(List<String> rows) {
        try {
            HttpURLConnection connection = (HttpURLConnection) new URL("https://live.example.com/in").openConnection();
            connection.setDoOutput(true);
            DataOutputStream out = new DataOutputStream(connection.getOutputStream());
            for (String row : rows) {
                out.writeUTF(row);
            }
            out.close();
            connection.getResponseCode();
        } catch (IOException offline) {
            Thread.currentThread().interrupt();
        }
    }
}
