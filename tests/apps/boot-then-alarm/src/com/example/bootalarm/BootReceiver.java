package com.example.bootalarm;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;

/** Sets the alarm. */
public class BootReceiver extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        Alarms.schedule(context);
    }
}
