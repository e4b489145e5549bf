package com.example.messagestatus;

import android.os.Handler;
import android.os.Looper;
import android.os.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;

/** Posts the object of each message, on a looper of its own. */
final class UploadHandler extends Handler {
    static final int SEND = 7;

    UploadHandler(Looper looper) {
        super(looper);
    }

    @Override
    public void handleMessage(Message message) {
        if (message.what == SEND) {
            post((String) message.obj);
        }
    }

    private static void post(String text) {
        try {
            HttpURLConnection connection = (HttpURLConnection) new URL("https://queue.example.com/").openConnection();
            connection.setDoOutput(true);
            OutputStream body = connection.getOutputStream();
            body.write(text.getBytes());
            body.close();
            connection.getResponseCode();
        } catch (IOException offline) {
            Thread.currentThread().interrupt();
        }
    }
}
