package com.example.analytics;

import android.app.Activity;
import android.os.Bundle;
import com.umeng.commonsdk.UMConfigure;

/** Counts how often it is opened. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        UMConfigure.init(this, "a key", "store", 1, null);
    }
}
