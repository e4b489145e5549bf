package com.mixpanel.android.mpmetrics;

import android.content.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.json.JSONObject;

/** Stub with the library's names, written for the case apps: posts at once what it is given. */
public final class MixpanelAPI {
    private final String token;

    private MixpanelAPI(String token) {
        this.token = token;
    }

    public static MixpanelAPI getInstance(Context context, String token) {
        return new MixpanelAPI(context.getPackageName() + ' ' + token);
    }

    public void track(String eventName, JSONObject properties) {
        String message = token + ' ' + eventName + ' ' + properties.toString();
        new Thread(() -> post(message)).start();
    }

    private static void post(String message) {
        try {
            URL server = new URL("https://track.example.net/events");
            HttpURLConnection connection = (HttpURLConnection) server.openConnection();
            connection.setDoOutput(true);
            try (OutputStream body = connection.getOutputStream()) {
                body.write(message.getBytes(StandardCharsets.UTF_8));
            }
            connection.getResponseCode();
        } catch (IOException offline) {
            Thread.currentThread().interrupt();
        }
    }
}
