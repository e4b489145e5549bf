package com.example.modelonly;

import android.app.Activity;
import android.os.Build;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.widget.Button;

/** Fills in the form for help. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> setTitle(Build.MODEL + ", " + network()));
        setContentView(button);
    }

    private String network() {
        return ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getNetworkOperatorName();
    }
}
