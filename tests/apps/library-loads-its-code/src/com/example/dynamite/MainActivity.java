package com.example.dynamite;

import android.app.Activity;
import android.os.Bundle;
import com.google.android.gms.dynamite.DynamiteModule;

/** Asks Play services for a module. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            DynamiteModule.load(this, getPreferences(MODE_PRIVATE).getString("module", ""));
        } catch (Exception none) {
            setTitle("no module");
        }
    }
}
