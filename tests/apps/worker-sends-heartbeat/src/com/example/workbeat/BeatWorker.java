package com.example.workbeat;

import android.content.Context;
import android.os.Build;
import androidx.work.Worker;
import androidx.work.WorkerParameters;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.HttpsURLConnection;

/** Nothing in the app creates this class or calls doWork: WorkManager does. */
public class BeatWorker extends Worker {
    public BeatWorker(Context context, WorkerParameters parameters) {
        super(context, parameters);
    }

    @Override
    public Result doWork() {
        try {
            upload(Build.MODEL);
        } catch (IOException offline) {
            return Result.success();
        }
        return Result.success();
    }

    private void upload(String text) throws IOException {
        HttpsURLConnection connection = (HttpsURLConnection) new URL("https://work.example.com/in").openConnection();
        connection.setDoOutput(true);
        try (OutputStream out = new GZIPOutputStream(connection.getOutputStream())) {
            out.write(text.getBytes());
        }
        connection.getResponseCode();
    }
}
