package com.example.runtap;

import android.app.Activity;
import android.os.Bundle;
import android.os.Handler;
import android.os.Looper;
import android.widget.Button;

/** The title at the start, the book on a tap. */
public class MainActivity extends Activity {
    private final Handler handler = new Handler(Looper.getMainLooper());

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        handler.post(() -> setTitle("Welcome"));
        button.setOnClickListener(view -> handler.post(() -> setTitle(Book.read(this))));
        setContentView(button);
    }
}
