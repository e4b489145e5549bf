package com.example.keyboardsetting;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;

/** Warns of keyboards it does not know. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle("Keyboard " + keyboard());
    }

    private String keyboard() {
        return Settings.Secure.getString(getContentResolver(), Settings.Secure.DEFAULT_INPUT_METHOD);
    }
}
