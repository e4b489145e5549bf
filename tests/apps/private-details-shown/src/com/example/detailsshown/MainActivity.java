package com.example.detailsshown;

import android.app.Activity;
import android.os.Build;
import android.os.Bundle;
import android.widget.TextView;

/** Shows what is saved, and says which phone it is. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Details details = new Details(getContentResolver());
        TextView view = new TextView(this);
        view.setText(details.emails() + details.dates() + details.notes());
        setContentView(view);
        new Thread(() -> Net.post(Build.MODEL)).start();
    }
}
