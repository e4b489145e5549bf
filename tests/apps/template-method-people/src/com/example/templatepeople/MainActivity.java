package com.example.templatepeople;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;

/** Pictures at start, people on a tap. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setText(new PictureReader().readAll(this).toString());
        button.setOnClickListener(view -> button.setText(new PeopleReader().readAll(this).toString()));
        setContentView(button);
    }
}
