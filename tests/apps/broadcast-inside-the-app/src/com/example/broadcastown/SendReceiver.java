package com.example.broadcastown;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;

/** Registered by the screen; posts the text that comes with a broadcast. */
final class SendReceiver extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        String text = intent.getStringExtra("text");
        new Thread(() -> Net.post(text)).start();
    }
}
