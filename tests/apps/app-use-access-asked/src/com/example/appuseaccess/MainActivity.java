package com.example.appuseaccess;

import android.app.Activity;
import android.app.AppOpsManager;
import android.os.Bundle;
import android.os.Process;
import android.widget.Button;

/** Says whether the app has usage access, and leaves it at that. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> button.setText(hasAccess() ? "given" : "not given"));
        setContentView(button);
    }

    private boolean hasAccess() {
        AppOpsManager manager = (AppOpsManager) getSystemService(APP_OPS_SERVICE);
        int mode = manager.checkOpNoThrow(AppOpsManager.OPSTR_GET_USAGE_STATS, Process.myUid(), getPackageName());
        return mode == AppOpsManager.MODE_ALLOWED;
    }
}
