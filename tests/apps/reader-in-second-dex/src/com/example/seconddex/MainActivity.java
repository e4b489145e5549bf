package com.example.seconddex;

import android.app.Activity;
import android.os.Bundle;

/** In classes.dex. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle(Book.read(this));
    }
}
