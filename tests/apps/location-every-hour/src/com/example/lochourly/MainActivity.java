package com.example.lochourly;

import android.app.Activity;
import android.app.job.JobInfo;
import android.app.job.JobScheduler;
import android.content.ComponentName;
import android.os.Bundle;
import java.util.concurrent.TimeUnit;

/** Plans the job. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ComponentName service = new ComponentName(this, PlaceJob.class);
        JobInfo job = new JobInfo.Builder(1, service).setPeriodic(TimeUnit.HOURS.toMillis(1)).build();
        ((JobScheduler) getSystemService(JOB_SCHEDULER_SERVICE)).schedule(job);
    }
}
