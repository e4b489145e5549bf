package com.example.compatstart;

import android.app.Activity;
import android.os.Bundle;
import androidx.core.app.ActivityCompat;

/** Asks before anything was shown. */
public class MainActivity extends Activity {
    private static final String[] WANTED = {"android.permission.READ_CONTACTS", "android.permission.CAMERA"};

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ActivityCompat.requestPermissions(this, WANTED, 1);
    }
}
