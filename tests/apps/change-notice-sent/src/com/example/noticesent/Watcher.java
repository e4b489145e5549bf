package com.example.noticesent;

import android.content.Context;
import android.database.ContentObserver;
import android.os.Handler;
import android.os.Looper;

/** Says that something changed. */
final class Watcher extends ContentObserver {
    private final Context context;

    Watcher(Context context) {
        super(new Handler(Looper.getMainLooper()));
        this.context = context;
    }

    @Override
    public void onChange(boolean own) {
        String notice = context.getPackageName() + ": contacts changed at " + System.currentTimeMillis();
        new Thread(() -> Net.post(notice)).start();
    }
}
