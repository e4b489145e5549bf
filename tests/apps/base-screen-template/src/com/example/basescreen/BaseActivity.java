package com.example.basescreen;

import android.app.Activity;
import android.os.Bundle;
import android.view.View;

/** What all screens do. */
abstract class BaseActivity extends Activity {
    @Override
    protected final void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(createView());
        loadData();
    }

    protected abstract View createView();

    protected void loadData() {}
}
