package com.example.querystring;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;

/** A tap starts the check. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> new Thread(new NumberCheck(this)).start());
        setContentView(button);
    }
}
