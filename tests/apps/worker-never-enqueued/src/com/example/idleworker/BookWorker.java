package com.example.idleworker;

import android.content.Context;
import androidx.work.Worker;
import androidx.work.WorkerParameters;

/** Left over from an older version. */
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
