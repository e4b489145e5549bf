package com.example.onlyexit;

import android.app.Activity;
import android.app.AlertDialog;
import android.content.DialogInterface;
import android.content.pm.PackageManager;
import android.os.Bundle;

/** There is no other way. */
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
            dialog.setMessage("We cannot lend without your contacts").setCancelable(false);
            dialog.setPositiveButton("Exit", this::leave);
            dialog.show();
        }
    }

    private void leave(DialogInterface dialog, int button) {
        finishAndRemoveTask();
    }
}
