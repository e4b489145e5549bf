package com.example.wifilist;

import android.app.Activity;
import android.content.Context;
import android.net.wifi.ScanResult;
import android.net.wifi.WifiManager;
import android.os.Bundle;
import android.widget.Button;

/** Whose Wi-Fi is near? */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> button.setText(networks()));
        setContentView(button);
    }

    private String networks() {
        WifiManager wifi = (WifiManager) getApplicationContext().getSystemService(Context.WIFI_SERVICE);
        StringBuilder names = new StringBuilder();
        for (ScanResult network : wifi.getScanResults()) {
            names.append(network.BSSID).append(' ').append(network.level).append('\n');
        }
        return names.toString();
    }
}
