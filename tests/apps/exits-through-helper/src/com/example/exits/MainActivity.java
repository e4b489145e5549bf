package com.example.exits;

import android.app.Activity;
import android.os.Bundle;

/** Two helpers, one for each answer. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        requestPermissions(new String[] {"android.permission.READ_CONTACTS"}, 1);
    }

    @Override
    public void onRequestPermissionsResult(int code, String[] names, int[] results) {
        if (Answers.allGranted(results)) {
            setTitle("Welcome");
        } else {
            Answers.leave(this);
        }
    }
}
