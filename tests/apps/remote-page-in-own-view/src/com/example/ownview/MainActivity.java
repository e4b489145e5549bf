package com.example.ownview;

import android.app.Activity;
import android.os.Bundle;

/** Shows one page in the view of the app's own. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        LoanView view = new LoanView(this);
        view.loadUrl("https://h5.example.com/loan");
        setContentView(view);
    }
}
