package com.example.xapk;

import android.app.Activity;
import android.os.Bundle;

/** In base.apk. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle(Book.read(this));
    }
}
