package com.example.enumall;

import android.app.Activity;
import android.os.Bundle;
import android.widget.TextView;

/** Reads every table there is. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        StringBuilder text = new StringBuilder();
        for (Table table : Table.values()) {
            text.append(Rows.of(this, table));
        }
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
