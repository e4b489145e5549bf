package com.example.oneapp;

import android.app.Activity;
import android.content.pm.PackageManager;
import android.os.Bundle;

/** Is there a browser that can show the contract? */
@SuppressWarnings("deprecation")
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle(version("com.android.chrome"));
    }

    private String version(String name) {
        try {
            return getPackageManager().getPackageInfo(name, 0).versionName;
        } catch (PackageManager.NameNotFoundException absent) {
            return "not installed";
        }
    }
}
