package com.example.jobclean;

import android.app.job.JobParameters;
import android.app.job.JobService;
import java.io.File;

/** Deletes what is in the cache. */
public class CleanJob extends JobService {
    @Override
    public boolean onStartJob(JobParameters parameters) {
        for (File file : getCacheDir().listFiles()) {
            setDeleted(file.delete());
        }
        return false;
    }

    @Override
    public boolean onStopJob(JobParameters parameters) {
        return false;
    }

    private void setDeleted(boolean deleted) {
        getSharedPreferences("clean", MODE_PRIVATE).edit().putBoolean("deleted", deleted).apply();
    }
}
