package com.example.numberchanged;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;

/** People at start and on a tap. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        Table table = new Table(Table.PICTURES);
        table.change(Table.PEOPLE);
        button.setText(table.readAll(this).toString());
        button.setOnClickListener(view -> button.setText(new Table(Table.PEOPLE).readAll(this).toString()));
        setContentView(button);
    }
}
