package com.example.binder;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;

/** Answers other apps. */
public class BookService extends Service {
    @Override
    public IBinder onBind(Intent intent) {
        return new BookBinder(this);
    }
}
