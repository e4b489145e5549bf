package com.example.quits;

import android.app.Activity;
import android.content.pm.PackageManager;
import android.os.Bundle;

/** No contacts, no loan. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        requestPermissions(new String[] {"android.permission.READ_CONTACTS"}, 1);
    }

    @Override
    public void onRequestPermissionsResult(int code, String[] names, int[] results) {
        if (results.length == 0 || results[0] != PackageManager.PERMISSION_GRANTED) {
            finish();
            return;
        }
        setTitle("Welcome");
    }
}
