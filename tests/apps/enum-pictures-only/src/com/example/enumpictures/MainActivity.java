package com.example.enumpictures;

import android.app.Activity;
import android.os.Bundle;
import android.widget.TextView;

/** Reads pictures. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TextView view = new TextView(this);
        view.setText(Rows.of(this, Table.PICTURES).toString());
        setContentView(view);
    }
}
