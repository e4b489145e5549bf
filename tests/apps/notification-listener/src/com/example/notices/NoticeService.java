package com.example.notices;

import android.service.notification.NotificationListenerService;
import android.service.notification.StatusBarNotification;
import android.util.Log;

/** Sees every notification: senders and messages. */
public class NoticeService extends NotificationListenerService {
    @Override
    public void onNotificationPosted(StatusBarNotification notice) {
        Log.d("notice", String.valueOf(notice.getNotification().extras.getString("android.title")));
    }
}
