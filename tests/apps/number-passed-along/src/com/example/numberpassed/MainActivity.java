package com.example.numberpassed;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;

/** Counts and cleans at start, copies on a tap. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setText(Desk.take(this, Desk.COUNT));
        setTitle(Desk.take(this, Desk.CLEAN));
        button.setOnClickListener(view -> button.setText(Desk.take(this, Desk.COPY)));
        setContentView(button);
    }
}
