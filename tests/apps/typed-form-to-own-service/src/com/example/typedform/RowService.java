package com.example.typedform;

import android.app.IntentService;
import android.content.Intent;
import android.os.Bundle;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.List;

/** Posts the rows that come with the intent. */
@SuppressWarnings("deprecation")
public class RowService extends IntentService {
    public RowService() {
        super("rows");
    }

    @Override
    protected void onHandleIntent(Intent intent) {
        Bundle extras = intent.getExtras();
        List<Row> rows = extras.getParcelableArrayList("rows");
        try {
            HttpURLConnection connection = (HttpURLConnection) new URL("https://rows.example.com/v1").openConnection();
            connection.setDoOutput(true);
            OutputStream body = connection.getOutputStream();
            for (Row row : rows) {
                body.write((row.title + "=" + row.value + "\n").getBytes());
            }
            body.close();
            connection.getResponseCode();
        } catch (IOException offline) {
            stopSelf();
        }
    }
}
