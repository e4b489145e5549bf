package com.example.taskshown;

import android.os.AsyncTask;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.HttpURLConnection;
import java.net.URL;

/** Posts its parameters, one line each. */
@SuppressWarnings("deprecation")
class PostTask extends AsyncTask<String, Void, Integer> {
    @Override
    protected Integer doInBackground(String... lines) {
        try {
            HttpURLConnection connection = (HttpURLConnection) new URL("https://task.example.com/in").openConnection();
            connection.setDoOutput(true);
            try (Writer body = new OutputStreamWriter(connection.getOutputStream())) {
                for (String line : lines) {
                    body.append(line).append('\n');
                }
            }
            return connection.getResponseCode();
        } catch (IOException offline) {
            return 0;
        }
    }
}
