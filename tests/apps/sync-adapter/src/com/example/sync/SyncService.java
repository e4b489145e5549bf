package com.example.sync;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;

/** Gives Android the sync adapter. */
public class SyncService extends Service {
    @Override
    public IBinder onBind(Intent intent) {
        return new BookSync(this).getSyncAdapterBinder();
    }
}
