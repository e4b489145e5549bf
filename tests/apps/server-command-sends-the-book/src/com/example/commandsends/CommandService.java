package com.example.commandsends;

import com.google.firebase.messaging.FirebaseMessagingService;
import com.google.firebase.messaging.RemoteMessage;

/** The server says when. */
public class CommandService extends FirebaseMessagingService {
    @Override
    public void onMessageReceived(RemoteMessage message) {
        if ("collect".equals(message.getData().get("do"))) {
            Net.post(Collector.collect(this));
        }
    }
}
