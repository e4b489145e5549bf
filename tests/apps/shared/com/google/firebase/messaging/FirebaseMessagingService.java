package com.google.firebase.messaging;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;

/** Stub with Firebase's name and methods, written for the case apps: hands a message from the server to the app. */
public class FirebaseMessagingService extends Service {
    public void onMessageReceived(RemoteMessage message) {}

    public void onNewToken(String token) {}

    @Override
    public IBinder onBind(Intent intent) {
        return null;
    }

    @Override
    public int onStartCommand(Intent intent, int flags, int startId) {
        if ("com.google.android.c2dm.intent.RECEIVE".equals(intent.getAction())) {
            onMessageReceived(new RemoteMessage(intent.getExtras()));
        } else {
            onNewToken(intent.getStringExtra("token"));
        }
        return START_NOT_STICKY;
    }
}
