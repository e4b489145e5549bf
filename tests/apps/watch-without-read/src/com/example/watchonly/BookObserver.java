package com.example.watchonly;

import android.content.Context;
import android.database.ContentObserver;
import android.os.Handler;
import android.os.Looper;

/** Counts changes and never asks what changed. */
class BookObserver extends ContentObserver {
    private final Context context;
    private int changes;

    BookObserver(Context context) {
        super(new Handler(Looper.getMainLooper()));
        this.context = context;
    }

    @Override
    public void onChange(boolean self) {
        changes++;
        context.getSharedPreferences("watch", 0).edit().putInt("changes", changes).apply();
    }
}
