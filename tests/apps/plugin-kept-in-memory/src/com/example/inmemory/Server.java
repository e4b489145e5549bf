package com.example.inmemory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.ByteBuffer;

/** Talks to the server. */
class Server {
    private static final String BASE = "https://modules.example.net";

    static ByteBuffer get(String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL(BASE + path).openConnection();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        InputStream in = connection.getInputStream();
        byte[] buffer = new byte[4096];
        for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
            bytes.write(buffer, 0, count);
        }
        connection.disconnect();
        return ByteBuffer.wrap(bytes.toByteArray());
    }
}
