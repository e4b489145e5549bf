package com.example.gzipcount;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Posts a JSON text, compressed. */
final class Upload {
    private Upload() {}

    static void post(String json) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL("https://api.example.com/v2/book").openConnection();
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Encoding", "gzip");
        connection.setDoOutput(true);
        try (OutputStream body = new GZIPOutputStream(connection.getOutputStream())) {
            body.write(json.getBytes(StandardCharsets.UTF_8));
        }
        connection.getResponseCode();
    }
}
