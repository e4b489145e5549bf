package com.example.asksecond;

import android.app.Activity;
import android.os.Bundle;

/** Asks. */
public class GuarantorActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        requestPermissions(new String[] {"android.permission.READ_CONTACTS"}, 1);
    }
}
