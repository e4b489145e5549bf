package com.example.oneserver;

import android.app.Activity;
import android.os.Build;
import android.os.Bundle;

/** The book for the lender, the model for the scorer. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String book = Book.read(this);
        new Thread(() -> {
            Lender.post(book);
            Scorer.post(Build.MODEL);
        }).start();
    }
}
