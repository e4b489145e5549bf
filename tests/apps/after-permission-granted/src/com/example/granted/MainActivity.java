package com.example.granted;

import android.app.Activity;
import android.content.pm.PackageManager;
import android.os.Bundle;

/** Asks at start and reads as soon as the answer is yes. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        requestPermissions(new String[] {"android.permission.READ_CONTACTS"}, 7);
    }

    @Override
    public void onRequestPermissionsResult(int code, String[] names, int[] results) {
        if (results.length > 0 && results[0] == PackageManager.PERMISSION_GRANTED) {
            setTitle(Book.read(this));
        }
    }
}
