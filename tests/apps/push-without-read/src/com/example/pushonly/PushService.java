package com.example.pushonly;

import com.google.firebase.messaging.FirebaseMessagingService;
import com.google.firebase.messaging.RemoteMessage;

/** The server changes the limit that the app shows. */
public class PushService extends FirebaseMessagingService {
    @Override
    public void onMessageReceived(RemoteMessage message) {
        String limit = message.getData().get("limit");
        getSharedPreferences("loan", MODE_PRIVATE).edit().putString("limit", limit).apply();
    }
}
