package com.example.rfbean;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;

/** A tap applies for the loan. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button apply = new Button(this);
        apply.setOnClickListener(view -> new ApplyPresenter(getContentResolver()).apply(5000));
        setContentView(apply);
    }
}
