package com.example.cordovadevice;

import android.os.Bundle;
import org.apache.cordova.CordovaActivity;

/** Shows the pages in assets/www; the plugin is named in res/xml/config.xml alone. */
public class MainActivity extends CordovaActivity {
    @Override
    public void onCreate(Bundle state) {
        super.onCreate(state);
    }
}
