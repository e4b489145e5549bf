package com.example.scoring;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;
import com.lenddo.data.AndroidData;

/** Asks for a score. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> AndroidData.startAndroidData(this, "borrower-4711"));
        setContentView(button);
    }
}
