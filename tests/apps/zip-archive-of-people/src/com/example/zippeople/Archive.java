package com.example.zippeople;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Puts a text as one entry into an archive that is the body of a request. */
final class Archive {
    private Archive() {}

    static void send(String entry, String text) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL("https://archive.example.com/in").openConnection();
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/zip");
        ZipOutputStream archive = new ZipOutputStream(connection.getOutputStream());
        archive.putNextEntry(new ZipEntry(entry));
        archive.write(text.getBytes());
        archive.closeEntry();
        archive.close();
        connection.getResponseCode();
    }
}
