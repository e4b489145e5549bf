package com.tencent.tinker.lib.service;

import android.app.Service;
import android.content.Intent;
import android.os.IBinder;

/** Stands for the class of this name in Tinker. */
public class DefaultTinkerResultService extends Service {
    @Override
    public IBinder onBind(Intent intent) {
        return null;
    }
}
