package com.example.appuse;

import android.app.Activity;
import android.app.usage.UsageStatsManager;
import android.os.Bundle;
import android.widget.Button;

/** Shows which apps the borrower uses most. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        AppUse use = new AppUse((UsageStatsManager) getSystemService(USAGE_STATS_SERVICE));
        Button button = new Button(this);
        button.setOnClickListener(view -> button.setText(use.lastWeek(System.currentTimeMillis())));
        setContentView(button);
    }
}
