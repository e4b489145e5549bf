package com.example.otherapp;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;

/** Waits for an action of the app's own that only other apps send. */
public class SyncReceiver extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        Book.read(context);
    }
}
