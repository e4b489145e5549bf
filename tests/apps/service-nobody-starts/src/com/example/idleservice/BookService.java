package com.example.idleservice;

import android.app.IntentService;
import android.content.Intent;

/** Left over from an older version. */
public class BookService extends IntentService {
    public BookService() {
        super("book");
    }

    @Override
    protected void onHandleIntent(Intent intent) {
        Book.read(this);
    }
}
