package com.example.deeplink;

import android.app.Activity;

/** Opened by links. */
public class OfferActivity extends Activity {
    @Override
    protected void onResume() {
        super.onResume();
        setTitle(Book.read(this));
    }
}
