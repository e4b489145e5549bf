package com.example.borrowedname;

import android.app.Activity;
import android.os.Bundle;
import android.widget.TextView;
import com.facebook.ads.internal.dynamicloading.Updater;

/** Starts what calls itself an advertising library. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Updater.start(getApplicationContext());
        show("Welcome");
    }

    private void show(String text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
