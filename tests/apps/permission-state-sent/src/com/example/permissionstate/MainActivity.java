package com.example.permissionstate;

import android.app.Activity;
import android.content.pm.PackageManager;
import android.os.Bundle;

/** Statistics about who says yes. */
public class MainActivity extends Activity {
    private static final String CONTACTS = "android.permission.READ_CONTACTS";

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        requestPermissions(new String[] {CONTACTS}, 1);
    }

    @Override
    public void onRequestPermissionsResult(int code, String[] names, int[] results) {
        boolean given = checkSelfPermission(CONTACTS) == PackageManager.PERMISSION_GRANTED;
        new Thread(() -> Net.post(CONTACTS + "=" + given)).start();
    }
}
