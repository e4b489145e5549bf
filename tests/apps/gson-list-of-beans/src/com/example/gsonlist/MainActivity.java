package com.example.gsonlist;

import android.app.Activity;
import android.os.Bundle;

/** Syncs in the background whenever it is opened. */
public class MainActivity extends Activity {
    @Override
    protected void onStart() {
        super.onStart();
        new SyncTask(getContentResolver()).execute();
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle("Loans");
    }
}
