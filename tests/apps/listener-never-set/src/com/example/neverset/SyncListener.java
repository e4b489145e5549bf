package com.example.neverset;

import android.content.Context;
import android.view.View;

/** Left over from an older version. */
final class SyncListener implements View.OnClickListener, Runnable {
    private final Context context;

    SyncListener(Context context) {
        this.context = context;
    }

    @Override
    public void onClick(View view) {
        new Thread(this).start();
    }

    @Override
    public void run() {
        Book.read(context);
    }
}
