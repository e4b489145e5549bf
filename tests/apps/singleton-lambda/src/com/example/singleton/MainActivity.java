package com.example.singleton;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;

/** Runs whatever Actions has. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> Actions.FIRST.run(this));
        setContentView(button);
    }
}
