package com.example.samefield;

import android.app.IntentService;
import android.content.Intent;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.HttpURLConnection;
import java.net.URL;

/** Reports the page of the manual. */
@SuppressWarnings("deprecation")
public class SyncService extends IntentService {
    public SyncService() {
        super("sync");
    }

    @Override
    protected void onHandleIntent(Intent intent) {
        try {
            URL address = new URL("https://sync.example.com/manual");
            HttpURLConnection connection = (HttpURLConnection) address.openConnection();
            connection.setDoOutput(true);
            Writer body = new OutputStreamWriter(connection.getOutputStream());
            body.write(Manual.get().book);
            body.close();
            connection.getResponseCode();
        } catch (IOException offline) {
            stopSelf();
        }
    }
}
