package com.example.thread;

import android.content.Context;

/** Runs beside the screen. */
class ReadThread extends Thread {
    private final Context context;

    ReadThread(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        Book.read(context);
    }
}
