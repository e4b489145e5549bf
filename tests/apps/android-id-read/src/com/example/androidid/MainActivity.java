package com.example.androidid;

import android.app.Activity;
import android.os.Bundle;
import android.provider.Settings;

/** Knows this phone again, also after the app was removed. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle("Customer " + phoneId());
    }

    private String phoneId() {
        return Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
    }
}
