package com.example.longname;

import android.app.Activity;
import android.os.Bundle;

/** Shows a layout. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(R.layout.main);
    }
}
