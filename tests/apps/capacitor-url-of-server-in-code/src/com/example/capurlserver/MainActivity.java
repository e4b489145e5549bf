package com.example.capurlserver;

import android.os.Bundle;
import com.getcapacitor.BridgeActivity;
import com.getcapacitor.CapConfig;

/** Starts with a page on a server, which no settings in the package name. */
public class MainActivity extends BridgeActivity {
    @Override
    protected void onCreate(Bundle state) {
        config = new CapConfig.Builder(this).setServerUrl("https://app.example.com/loan").create();
        super.onCreate(state);
    }
}
