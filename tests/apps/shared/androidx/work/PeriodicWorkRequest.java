package androidx.work;

import java.util.concurrent.TimeUnit;

/** Stub with androidx's name and methods, written for the case apps. */
public final class PeriodicWorkRequest {
    /** Collects what to run and how often. */
    public static final class Builder {
        private final Class<? extends ListenableWorker> worker;
        private final long interval;

        public Builder(Class<? extends ListenableWorker> worker, long interval, TimeUnit unit) {
            this.worker = worker;
            this.interval = unit.toMillis(interval);
        }

        public PeriodicWorkRequest build() {
            return new PeriodicWorkRequest(worker, interval);
        }
    }

    final String workerName;
    final long interval;

    private PeriodicWorkRequest(Class<? extends ListenableWorker> worker, long interval) {
        this.workerName = worker.getName();
        this.interval = interval;
    }
}
