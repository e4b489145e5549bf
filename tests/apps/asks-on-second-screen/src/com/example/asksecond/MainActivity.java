package com.example.asksecond;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.widget.Button;

/** Explains. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setText("Next: choose a guarantor");
        button.setOnClickListener(view -> startActivity(new Intent(this, GuarantorActivity.class)));
        setContentView(button);
    }
}
