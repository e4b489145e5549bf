package com.example.smscame;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;

/** Android calls this when a message arrives; the message itself is not looked at. */
public class SmsReceiver extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        Book.read(context);
    }
}
