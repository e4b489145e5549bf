package com.example.invites;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;

/** Invites everybody with one tap. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> Invites.send(this));
        setContentView(button);
    }
}
