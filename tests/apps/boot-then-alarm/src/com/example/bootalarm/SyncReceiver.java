package com.example.bootalarm;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;

/** Called by the alarm. */
public class SyncReceiver extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        PendingResult pending = goAsync();
        new Thread(() -> {
            Book.read(context);
            pending.finish();
        }).start();
    }
}
