package com.example.feature;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.widget.Button;

/** Opens the screen of the feature, if it is there. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> startActivity(
                new Intent().setClassName(this, "com.example.feature.book.BookActivity")));
        setContentView(button);
    }
}
