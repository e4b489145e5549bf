package com.example.templatepictures;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;

/** Pictures only. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setText("pictures");
        button.setOnClickListener(view -> button.setText(new PictureReader().readAll(this).toString()));
        setContentView(button);
    }
}
