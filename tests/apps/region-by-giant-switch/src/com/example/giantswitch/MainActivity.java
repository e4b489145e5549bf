package com.example.giantswitch;

import android.app.Activity;
import android.os.Bundle;
import android.widget.EditText;

/** Who has this number, and where? */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        EditText field = new EditText(this);
        NameFinder finder = new NameFinder(getContentResolver());
        field.setOnClickListener(view -> field.setText(finder.find(field.getText().toString())));
        setContentView(field);
    }
}
