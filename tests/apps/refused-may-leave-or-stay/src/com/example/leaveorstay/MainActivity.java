package com.example.leaveorstay;

import android.app.Activity;
import android.app.AlertDialog;
import android.content.pm.PackageManager;
import android.os.Bundle;
import android.widget.EditText;

/** The person decides. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        requestPermissions(new String[] {"android.permission.READ_CONTACTS"}, 1);
    }

    @Override
    public void onRequestPermissionsResult(int code, String[] names, int[] results) {
        if (results.length == 0 || results[0] != PackageManager.PERMISSION_GRANTED) {
            AlertDialog.Builder dialog = new AlertDialog.Builder(this);
            dialog.setMessage("Go on without contacts?").setCancelable(false);
            dialog.setPositiveButton("Go on", (shown, button) -> setContentView(new EditText(this)));
            dialog.setNegativeButton("Leave", (shown, button) -> finish());
            dialog.show();
        }
    }
}
