package com.example.beans;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.List;
import org.json.JSONArray;

/** Posts the addresses. */
final class InviteUpload implements Runnable {
    private final List<Person> people;

    InviteUpload(List<Person> people) {
        this.people = people;
    }

    @Override
    public void run() {
        JSONArray emails = new JSONArray();
        for (Person person : people) {
            emails.put(person.getEmail());
        }
        try {
            URLConnection connection = new URL("https://invite.example.com/emails").openConnection();
            connection.setDoOutput(true);
            try (OutputStream body = connection.getOutputStream()) {
                body.write(emails.toString().getBytes());
            }
            connection.getInputStream().close();
        } catch (IOException offline) {
            Thread.currentThread().interrupt();
        }
    }
}
