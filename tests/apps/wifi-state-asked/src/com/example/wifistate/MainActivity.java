package com.example.wifistate;

import android.app.Activity;
import android.content.Context;
import android.net.wifi.WifiManager;
import android.os.Bundle;
import android.widget.Button;

/** Large files only over Wi-Fi. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> button.setText(advice()));
        setContentView(button);
    }

    private String advice() {
        WifiManager wifi = (WifiManager) getApplicationContext().getSystemService(Context.WIFI_SERVICE);
        return wifi.isWifiEnabled() ? "Ready" : "Please switch Wi-Fi on";
    }
}
