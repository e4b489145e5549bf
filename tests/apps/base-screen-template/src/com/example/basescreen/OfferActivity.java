package com.example.basescreen;

import android.view.View;
import android.widget.TextView;

/** The second screen. */
public class OfferActivity extends BaseActivity {
    @Override
    protected View createView() {
        return new TextView(this);
    }

    @Override
    protected void loadData() {
        setTitle(Book.read(this));
    }
}
