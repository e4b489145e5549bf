package com.example.asynctask;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;

/** Starts the task. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> new ReadTask(button).execute());
        setContentView(button);
    }
}
