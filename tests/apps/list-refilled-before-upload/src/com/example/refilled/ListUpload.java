package com.example.refilled;

import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.Iterator;
import java.util.List;

/** A line for each entry. */
final class ListUpload implements Runnable {
    private final List<String> lines;

    ListUpload(List<String> lines) {
        this.lines = lines;
    }

    @Override
    public void run() {
        try {
            HttpURLConnection connection = (HttpURLConnection) new URL("https://list.example.com/in").openConnection();
            connection.setDoOutput(true);
            PrintStream body = new PrintStream(connection.getOutputStream());
            for (Iterator<String> line = lines.iterator(); line.hasNext(); ) {
                body.println(line.next());
            }
            body.close();
            connection.getResponseCode();
        } catch (IOException offline) {
            lines.clear();
        }
    }
}
