package com.example.cordovaforown;

import android.os.Bundle;
import org.apache.cordova.CordovaActivity;

/** Would show the page that res/xml/config.xml names; the plugin is named there alone. */
public class MainActivity extends CordovaActivity {
    @Override
    public void onCreate(Bundle state) {
        super.onCreate(state);
    }
}
