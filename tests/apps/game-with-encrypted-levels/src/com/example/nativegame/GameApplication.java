package com.example.nativegame;

import android.app.Application;
import android.content.SharedPreferences;

/** Counts how often the game was started. */
public class GameApplication extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        SharedPreferences counts = getSharedPreferences("counts", MODE_PRIVATE);
        counts.edit().putInt("starts", counts.getInt("starts", 0) + 1).apply();
    }
}
