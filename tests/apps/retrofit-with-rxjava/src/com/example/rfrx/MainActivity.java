package com.example.rfrx;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;

/** Asks for more money. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button raise = new Button(this);
        raise.setOnClickListener(view -> new RaiseLimit(getContentResolver()).start());
        setContentView(raise);
    }
}
