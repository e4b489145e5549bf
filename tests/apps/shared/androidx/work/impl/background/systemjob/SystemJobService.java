package androidx.work.impl.background.systemjob;

import android.app.job.JobParameters;
import android.app.job.JobService;
import androidx.work.ListenableWorker;
import androidx.work.WorkerFactory;
import androidx.work.WorkerParameters;

/** Stub with androidx's name, written for the case apps: the system starts it, and it starts the worker it is told of. */
public class SystemJobService extends JobService {
    @Override
    public boolean onStartJob(JobParameters parameters) {
        String name = parameters.getExtras().getString("EXTRA_WORKER_CLASS_NAME");
        ListenableWorker worker =
                new WorkerFactory().createWorkerWithDefaultFallback(this, name, new WorkerParameters());
        if (worker == null) {
            return false;
        }
        worker.startWork();
        return true;
    }

    @Override
    public boolean onStopJob(JobParameters parameters) {
        return true;
    }
}
