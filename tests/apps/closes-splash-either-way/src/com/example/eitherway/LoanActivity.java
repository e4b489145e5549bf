package com.example.eitherway;

import android.app.Activity;
import android.os.Bundle;

/** The offers. */
public class LoanActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle("Offers");
    }
}
