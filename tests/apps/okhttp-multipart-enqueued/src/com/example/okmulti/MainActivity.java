package com.example.okmulti;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.widget.Button;

/** The application form. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button apply = new Button(this);
        apply.setOnClickListener(view -> startService(new Intent(this, ApplyService.class)));
        setContentView(apply);
    }
}
