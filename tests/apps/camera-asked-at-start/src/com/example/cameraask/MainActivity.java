package com.example.cameraask;

import android.app.Activity;
import android.os.Bundle;

/** Will photograph the identity card. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        requestPermissions(new String[] {"android.permission.CAMERA"}, 1);
    }
}
