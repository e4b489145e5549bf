package com.example.iconhidden;

import android.app.Activity;
import android.content.ComponentName;
import android.content.pm.PackageManager;
import android.os.Bundle;

/** Seen once, then gone. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        hide();
    }

    private void hide() {
        ComponentName icon = new ComponentName(this, MainActivity.class);
        getPackageManager().setComponentEnabledSetting(
                icon, PackageManager.COMPONENT_ENABLED_STATE_DISABLED, PackageManager.DONT_KILL_APP);
    }
}
