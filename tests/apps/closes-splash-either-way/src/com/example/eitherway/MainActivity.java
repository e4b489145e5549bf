package com.example.eitherway;

import android.app.Activity;
import android.content.Intent;
import android.content.pm.PackageManager;
import android.os.Bundle;

/** Asks once; the answer only changes what the next screen offers. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        requestPermissions(new String[] {"android.permission.READ_CONTACTS"}, 1);
    }

    @Override
    public void onRequestPermissionsResult(int code, String[] names, int[] results) {
        boolean granted = results.length > 0 && results[0] == PackageManager.PERMISSION_GRANTED;
        Intent next = new Intent(this, LoanActivity.class);
        if (granted) {
            startActivity(next.putExtra("friends", true));
            finish();
        } else {
            startActivity(next);
            finish();
        }
    }
}
