package com.example.installedapp;

import android.app.Activity;
import android.os.Bundle;
import android.widget.TextView;

/** Is not in classes.dex: it is all the code of assets/hello.apk. */
public class HelloScreen extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TextView text = new TextView(this);
        text.setText("Hello");
        setContentView(text);
    }
}
