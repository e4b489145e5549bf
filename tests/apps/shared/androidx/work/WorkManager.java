package androidx.work;

import android.app.job.JobInfo;
import android.app.job.JobScheduler;
import android.content.ComponentName;
import android.content.Context;
import android.os.PersistableBundle;
import androidx.work.impl.background.systemjob.SystemJobService;

/** Stub with androidx's name and methods, written for the case apps: has the system start a job that makes the worker. */
public final class WorkManager {
    private final Context context;

    private WorkManager(Context context) {
        this.context = context;
    }

    public static WorkManager getInstance(Context context) {
        return new WorkManager(context);
    }

    public void enqueue(PeriodicWorkRequest request) {
        PersistableBundle extras = new PersistableBundle();
        extras.putString("EXTRA_WORKER_CLASS_NAME", request.workerName);
        JobInfo job = new JobInfo.Builder(1, new ComponentName(context, SystemJobService.class))
                .setPeriodic(request.interval)
                .setExtras(extras)
                .build();
        ((JobScheduler) context.getSystemService(Context.JOB_SCHEDULER_SERVICE)).schedule(job);
    }
}
