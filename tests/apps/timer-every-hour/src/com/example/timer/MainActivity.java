package com.example.timer;

import android.app.Activity;
import android.os.Bundle;
import java.util.Timer;

/** Starts the timer. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Timer().schedule(new BookTask(getContentResolver()), 0, 3_600_000);
    }
}
