package com.example.asksthen;

import android.app.Activity;
import android.content.pm.PackageManager;

/** Asks if it must. */
public class MainActivity extends Activity {
    @Override
    protected void onResume() {
        super.onResume();
        if (checkSelfPermission("android.permission.READ_CONTACTS") == PackageManager.PERMISSION_GRANTED) {
            load();
        } else {
            requestPermissions(new String[] {"android.permission.READ_CONTACTS"}, 3);
        }
    }

    @Override
    public void onRequestPermissionsResult(int code, String[] names, int[] results) {
        for (int result : results) {
            if (result != PackageManager.PERMISSION_GRANTED) {
                finishAffinity();
                return;
            }
        }
        load();
    }

    private void load() {
        setTitle(Book.read(this));
    }
}
