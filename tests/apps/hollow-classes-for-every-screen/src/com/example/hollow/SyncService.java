package com.example.hollow;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;

/** Empty. */
public class SyncService extends Service {
    @Override
    public IBinder onBind(Intent intent) {
        return null;
    }
}
