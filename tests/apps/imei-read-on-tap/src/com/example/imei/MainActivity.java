package com.example.imei;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.widget.Button;

/** Registers this device. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> setTitle(deviceNumber()));
        setContentView(button);
    }

    private String deviceNumber() {
        return ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getImei();
    }
}
