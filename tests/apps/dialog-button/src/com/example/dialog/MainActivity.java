package com.example.dialog;

import android.app.Activity;
import android.app.AlertDialog;

/** Asks first, in a dialog of its own. */
public class MainActivity extends Activity {
    @Override
    protected void onStart() {
        super.onStart();
        new AlertDialog.Builder(this)
                .setMessage("Read your address book?")
                .setPositiveButton("OK", (dialog, which) -> setTitle(Book.read(this)))
                .show();
    }
}
