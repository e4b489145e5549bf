package androidx.work;

import android.content.Context;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Stub with androidx's name and methods, written for the case apps: works in the background. */
public abstract class Worker extends ListenableWorker {
    public Worker(Context context, WorkerParameters parameters) {
        super(context, parameters);
    }

    public abstract Result doWork();

    @Override
    public final Future<Result> startWork() {
        return Executors.newSingleThreadExecutor().submit(() -> doWork());
    }
}
