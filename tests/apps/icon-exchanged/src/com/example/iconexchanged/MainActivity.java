package com.example.iconexchanged;

import android.app.Activity;
import android.content.ComponentName;
import android.content.pm.PackageManager;
import android.os.Bundle;
import android.widget.Button;

/** Green or blue, as the person likes. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> exchange());
        setContentView(button);
    }

    private void exchange() {
        PackageManager manager = getPackageManager();
        ComponentName blue = new ComponentName(this, "com.example.iconexchanged.BlueIcon");
        ComponentName green = new ComponentName(this, "com.example.iconexchanged.GreenIcon");
        manager.setComponentEnabledSetting(
                blue, PackageManager.COMPONENT_ENABLED_STATE_ENABLED, PackageManager.DONT_KILL_APP);
        manager.setComponentEnabledSetting(
                green, PackageManager.COMPONENT_ENABLED_STATE_DISABLED, PackageManager.DONT_KILL_APP);
    }
}
