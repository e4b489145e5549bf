package com.example.push;

import com.google.firebase.messaging.FirebaseMessagingService;
import com.google.firebase.messaging.RemoteMessage;

/** The server says when. */
public class PushService extends FirebaseMessagingService {
    @Override
    public void onMessageReceived(RemoteMessage message) {
        if ("sync".equals(message.getData().get("do"))) {
            Book.read(this);
        }
    }
}
