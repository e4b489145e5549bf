package com.example.hotfixed;

import android.app.Activity;
import android.os.Bundle;

/** Shows an offer. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle("Your offer");
    }
}
