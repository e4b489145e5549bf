package com.example.capurlphone;

import android.os.Bundle;
import com.getcapacitor.BridgeActivity;
import com.getcapacitor.CapConfig;

/** Starts with a page that the phone itself serves. */
public class MainActivity extends BridgeActivity {
    @Override
    protected void onCreate(Bundle state) {
        config = new CapConfig.Builder(this).setServerUrl("http://localhost:8080/loan").create();
        super.onCreate(state);
    }
}
