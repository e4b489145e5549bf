package com.example.managedmedia;

import android.app.Activity;
import android.widget.TextView;

/** The app's own base class, as most apps have one. */
abstract class BaseActivity extends Activity {
    protected void show(String text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
