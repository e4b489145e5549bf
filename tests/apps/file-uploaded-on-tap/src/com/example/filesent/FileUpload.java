package com.example.filesent;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;

/** Copies the bytes of a file into the body of a request. */
final class FileUpload extends Thread {
    private final File file;

    FileUpload(File file) {
        this.file = file;
    }

    @Override
    public void run() {
        try (InputStream source = new FileInputStream(file)) {
            HttpURLConnection connection = (HttpURLConnection) new URL("https://files.example.com/put").openConnection();
            connection.setRequestMethod("PUT");
            connection.setDoOutput(true);
            OutputStream body = connection.getOutputStream();
            byte[] buffer = new byte[8192];
            for (int size = source.read(buffer); size > 0; size = source.read(buffer)) {
                body.write(buffer, 0, size);
            }
            body.close();
            connection.getResponseCode();
        } catch (IOException offline) {
            interrupt();
        }
    }
}
