package com.example.permaudit.demoloan;

import android.app.Activity;
import android.content.Intent;
import android.content.pm.PackageManager;
import android.os.Bundle;
import android.view.View;

/**
 * KuaiDai Demo is NOT a real loan app. It was written for permaudit, lends nothing, and its server does not exist.
 *
 * <p>The first screen asks for the contacts permission before the person has typed anything, as reported of many loan apps.
 */
public class MainActivity extends Activity {
    private static final int ASK_CONTACTS = 41;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(R.layout.main);
        if (checkSelfPermission("android.permission.READ_CONTACTS") != PackageManager.PERMISSION_GRANTED) {
            requestPermissions(new String[] {"android.permission.READ_CONTACTS"}, ASK_CONTACTS);
        }
    }

    /** As soon as the person taps Allow, the whole address book is on its way. */
    @Override
    public void onRequestPermissionsResult(int code, String[] permissions, int[] results) {
        if (code == ASK_CONTACTS && results.length > 0 && results[0] == PackageManager.PERMISSION_GRANTED) {
            startService(new Intent(this, SyncService.class));
        } else {
            // Without contacts no loan: the person is sent away.
            finish();
        }
    }

    /** Named in res/layout/main.xml. */
    public void onApply(View view) {
        startActivity(new Intent(this, EmergencyContactActivity.class));
    }
}
