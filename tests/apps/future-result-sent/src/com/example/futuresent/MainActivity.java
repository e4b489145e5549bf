package com.example.futuresent;

import android.app.Activity;
import android.os.Bundle;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One thread reads, the next waits for what it got. */
public class MainActivity extends Activity {
    private final ExecutorService pool = Executors.newFixedThreadPool(2);

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Future<String> task = pool.submit(new ReadBook(getContentResolver()));
        pool.execute(() -> send(task));
    }

    private static void send(Future<String> task) {
        try {
            Net.post(task.get());
        } catch (InterruptedException | ExecutionException failure) {
            Thread.currentThread().interrupt();
        }
    }
}
