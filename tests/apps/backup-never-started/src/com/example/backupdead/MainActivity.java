package com.example.backupdead;

import android.app.Activity;

/** Posts that it was left, and nothing else. */
public class MainActivity extends Activity {
    @Override
    protected void onStop() {
        super.onStop();
        new Thread(() -> Net.post("left at " + System.currentTimeMillis())).start();
    }
}
