package com.example.runstart;

import android.app.Activity;
import android.os.Bundle;
import android.os.Handler;
import android.os.Looper;
import android.widget.Button;

/** The book at the start, the title on a tap. */
public class MainActivity extends Activity {
    private final Handler handler = new Handler(Looper.getMainLooper());

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        handler.post(() -> setTitle(Book.read(this)));
        button.setOnClickListener(view -> handler.post(() -> setTitle("Welcome")));
        setContentView(button);
    }
}
