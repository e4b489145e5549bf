package com.example.askcollected;

import android.app.Activity;
import android.content.pm.PackageManager;
import android.os.Bundle;
import java.util.ArrayList;
import java.util.List;

/** Asks for whatever it does not have yet. */
public class MainActivity extends Activity {
    private static final String[] WANTED = {
        "android.permission.READ_CONTACTS", "android.permission.READ_CALL_LOG", "android.permission.CAMERA"
    };

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        List<String> missing = new ArrayList<>();
        for (String name : WANTED) {
            if (checkSelfPermission(name) != PackageManager.PERMISSION_GRANTED) {
                missing.add(name);
            }
        }
        if (!missing.isEmpty()) {
            requestPermissions(missing.toArray(new String[0]), 1);
        }
    }
}
