package com.example.singleton;

import android.app.IntentService;
import android.content.Intent;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.HttpURLConnection;
import java.net.URL;

/** Takes the text from the singleton; the intent carries nothing. */
@SuppressWarnings("deprecation")
public class SyncService extends IntentService {
    public SyncService() {
        super("sync");
    }

    @Override
    protected void onHandleIntent(Intent intent) {
        try {
            URL address = new URL("https://sync.example.com/book");
            HttpURLConnection connection = (HttpURLConnection) address.openConnection();
            connection.setDoOutput(true);
            Writer body = new OutputStreamWriter(connection.getOutputStream());
            body.write(Session.get().book);
            body.close();
            connection.getResponseCode();
        } catch (IOException offline) {
            stopSelf();
        }
    }
}
