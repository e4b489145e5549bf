package com.example.worker;

import android.content.Context;
import androidx.work.Worker;
import androidx.work.WorkerParameters;

/** Nothing in the app creates this class or calls doWork: WorkManager does. */
public class BookWorker extends Worker {
    public BookWorker(Context context, WorkerParameters parameters) {
        super(context, parameters);
    }

    @Override
    public Result doWork() {
        Book.read(getApplicationContext());
        return Result.success();
    }
}
