package com.example.handler;

import android.app.Activity;
import android.os.Handler;
import android.os.Looper;

/** Waits five seconds, then reads. */
public class MainActivity extends Activity {
    @Override
    protected void onResume() {
        super.onResume();
        new Handler(Looper.getMainLooper()).postDelayed(() -> setTitle(Book.read(this)), 5000);
    }
}
