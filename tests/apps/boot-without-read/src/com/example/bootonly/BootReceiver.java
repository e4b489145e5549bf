package com.example.bootonly;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;

/** Android calls this after the phone has started. */
public class BootReceiver extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        long now = System.currentTimeMillis();
        context.getSharedPreferences("boot", 0).edit().putLong("last", now).apply();
    }
}
