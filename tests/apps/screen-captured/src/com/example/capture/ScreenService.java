package com.example.capture;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;

/** Android wants such a service to run while the screen is recorded. */
public class ScreenService extends Service {
    @Override
    public IBinder onBind(Intent intent) {
        return null;
    }
}
