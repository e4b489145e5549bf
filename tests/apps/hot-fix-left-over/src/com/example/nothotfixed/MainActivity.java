package com.example.nothotfixed;

import android.app.Activity;
import android.os.Bundle;
import com.tencent.tinker.lib.util.TinkerLog;

/** Shows an offer. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TinkerLog.i("Offer", "shown");
        setTitle("Your offer");
    }
}
