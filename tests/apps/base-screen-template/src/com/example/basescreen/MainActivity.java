package com.example.basescreen;

import android.content.Intent;
import android.view.View;
import android.widget.Button;

/** The first screen. */
public class MainActivity extends BaseActivity {
    @Override
    protected View createView() {
        Button button = new Button(this);
        button.setOnClickListener(view -> startActivity(new Intent(this, OfferActivity.class)));
        return button;
    }
}
