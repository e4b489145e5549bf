package com.example.preference;

import android.app.Activity;
import android.os.Bundle;

/** Shows the settings. */
@SuppressWarnings("deprecation")
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        getFragmentManager().beginTransaction().replace(android.R.id.content, new Settings()).commit();
    }
}
