package androidx.work;

import android.content.Context;
import java.util.concurrent.Future;

/** Stub with androidx's name and methods, written for the case apps. */
public abstract class ListenableWorker {
    /** How the work ended. */
    public abstract static class Result {
        private static final class Success extends Result {}

        public static Result success() {
            return new Success();
        }
    }

    private final Context context;

    public ListenableWorker(Context context, WorkerParameters parameters) {
        this.context = context;
    }

    public final Context getApplicationContext() {
        return context;
    }

    public abstract Future<Result> startWork();
}
