package androidx.work;

import android.content.Context;

/** Stub with androidx's name and methods, written for the case apps: makes a worker by the name of its class. */
public final class WorkerFactory {
    public ListenableWorker createWorkerWithDefaultFallback(
            Context context, String className, WorkerParameters parameters) {
        try {
            return Class.forName(className)
                    .asSubclass(ListenableWorker.class)
                    .getDeclaredConstructor(Context.class, WorkerParameters.class)
                    .newInstance(context, parameters);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
