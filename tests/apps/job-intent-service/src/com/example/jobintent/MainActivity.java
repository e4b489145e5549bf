package com.example.jobintent;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;

/** Enqueues the work. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> BookJobService.enqueue(view.getContext()));
        setContentView(button);
    }
}
