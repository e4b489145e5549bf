package com.example.neverset;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;

/** A button that does nothing. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(new Button(this));
    }
}
