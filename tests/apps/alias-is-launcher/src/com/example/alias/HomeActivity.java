package com.example.alias;

import android.app.Activity;

/** Opened by the alias. */
public class HomeActivity extends Activity {
    @Override
    protected void onStart() {
        super.onStart();
        setTitle(Book.read(this));
    }
}
