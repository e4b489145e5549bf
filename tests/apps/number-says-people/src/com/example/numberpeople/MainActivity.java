package com.example.numberpeople;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;

/** Pictures at start, people on a tap. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        Table table = new Table(Table.PICTURES);
        button.setText(table.readAll(this).toString());
        button.setOnClickListener(view -> button.setText(new Table(Table.PEOPLE).readAll(this).toString()));
        setContentView(button);
    }
}
