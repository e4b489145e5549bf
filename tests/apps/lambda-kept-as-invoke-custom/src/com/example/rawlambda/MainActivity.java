package com.example.rawlambda;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;

/** Built without desugaring. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> button.setText(Book.read(this)));
        setContentView(button);
    }
}
