package com.example.compattap;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;
import androidx.core.app.ActivityCompat;

/** Asks when it is clear what for. */
public class MainActivity extends Activity {
    private static final String[] WANTED = {"android.permission.READ_CONTACTS"};

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setText("Choose guarantors from my contacts");
        button.setOnClickListener(view -> ActivityCompat.requestPermissions(this, WANTED, 1));
        setContentView(button);
    }
}
