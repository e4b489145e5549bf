package com.example.mqttstatus;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;

/** Runs after the phone has started. */
public class BootReceiver extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        new Thread(() -> new Publisher().publish("status", "started")).start();
    }
}
