package com.example.yesorno;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;
import android.widget.EditText;
import android.widget.LinearLayout;

/** A tap checks the number that was typed. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        EditText typed = new EditText(this);
        Button button = new Button(this);
        button.setOnClickListener(view -> new Thread(new NumberCheck(this, typed.getText().toString())).start());
        LinearLayout form = new LinearLayout(this);
        form.addView(typed);
        form.addView(button);
        setContentView(form);
    }
}
