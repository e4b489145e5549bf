package com.example.arraysent;

import android.app.Activity;
import android.os.Bundle;

/** Starts the upload. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new RowUpload(Rows.readAll(getContentResolver())).start();
    }
}
