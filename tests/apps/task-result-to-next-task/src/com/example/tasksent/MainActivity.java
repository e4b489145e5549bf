package com.example.tasksent;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;

/** Starts the first task. */
@SuppressWarnings("deprecation")
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> new ReadTask().execute(getContentResolver()));
        setContentView(button);
    }
}
