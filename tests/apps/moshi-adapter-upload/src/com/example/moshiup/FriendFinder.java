package com.example.moshiup;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Asks the server. */
final class FriendFinder {
    private final JsonAdapter<List<Person>> adapter =
            new Moshi.Builder().build().adapter(Types.newParameterizedType(List.class, Person.class));

    void find(List<Person> people) {
        try {
            HttpURLConnection connection = (HttpURLConnection) new URL("https://find.example.com/").openConnection();
            connection.setRequestProperty("Content-Encoding", "gzip");
            connection.setDoOutput(true);
            try (OutputStream out = new GZIPOutputStream(connection.getOutputStream())) {
                out.write(adapter.toJson(people).getBytes(StandardCharsets.UTF_8));
            }
            connection.getInputStream().close();
        } catch (IOException offline) {
            Thread.currentThread().interrupt();
        }
    }
}
