package com.example.tapservice;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;

/** Reads on a thread of its own. */
public class ReadService extends Service {
    @Override
    public int onStartCommand(Intent intent, int flags, int id) {
        new Thread(() -> Book.read(this)).start();
        return START_NOT_STICKY;
    }

    @Override
    public IBinder onBind(Intent intent) {
        return null;
    }
}
