package com.example.splits;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import com.google.android.play.core.splitcompat.SplitCompat;

/** Shows an offer. */
public class MainActivity extends Activity {
    @Override
    protected void attachBaseContext(Context base) {
        super.attachBaseContext(base);
        SplitCompat.installActivity(this);
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle("Your offer");
    }
}
