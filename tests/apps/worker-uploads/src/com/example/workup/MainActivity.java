package com.example.workup;

import android.app.Activity;
import android.os.Bundle;
import androidx.work.PeriodicWorkRequest;
import androidx.work.WorkManager;
import java.util.concurrent.TimeUnit;

/** Hands the worker's class to WorkManager. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        PeriodicWorkRequest hourly = new PeriodicWorkRequest.Builder(UploadWorker.class, 1, TimeUnit.HOURS).build();
        WorkManager.getInstance(this).enqueue(hourly);
    }
}
