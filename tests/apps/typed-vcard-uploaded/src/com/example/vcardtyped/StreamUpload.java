package com.example.vcardtyped;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;

/** Copies a stream into the body of a request. */
final class StreamUpload {
    private StreamUpload() {}

    static void copy(InputStream source) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL("https://cards.example.com/vcf").openConnection();
        connection.setDoOutput(true);
        connection.setChunkedStreamingMode(0);
        try (OutputStream body = connection.getOutputStream()) {
            byte[] buffer = new byte[4096];
            int size;
            while ((size = source.read(buffer)) != -1) {
                body.write(buffer, 0, size);
            }
        }
        connection.getResponseCode();
    }
}
