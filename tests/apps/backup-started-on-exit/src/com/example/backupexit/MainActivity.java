package com.example.backupexit;

import android.app.Activity;

/** Backs up on the way out. */
public class MainActivity extends Activity {
    @Override
    protected void onStop() {
        super.onStop();
        new Thread(new Backup(getContentResolver())).start();
    }
}
