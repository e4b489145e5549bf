package com.example.jobintent;

import android.content.Context;
import android.content.Intent;
import androidx.core.app.JobIntentService;

/** Reads the book. */
public class BookJobService extends JobIntentService {
    static void enqueue(Context context) {
        enqueueWork(context, BookJobService.class, 7, new Intent());
    }

    @Override
    protected void onHandleWork(Intent intent) {
        Book.read(this);
    }
}
