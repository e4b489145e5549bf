package com.example.othertable;

import android.app.job.JobParameters;
import android.app.job.JobService;

/** Posts one table of the store. */
public class SyncJob extends JobService {
    @Override
    public boolean onStartJob(JobParameters parameters) {
        String text = new Store(this).dumpSteps();
        new Thread(() -> Net.post(text)).start();
        return false;
    }

    @Override
    public boolean onStopJob(JobParameters parameters) {
        return false;
    }
}
