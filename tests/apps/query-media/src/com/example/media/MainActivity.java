package com.example.media;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;

/** One button. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(new ReadListener(this));
        setContentView(button);
    }
}
