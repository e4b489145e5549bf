package com.example.nativestore;

import android.app.Activity;
import android.os.Bundle;
import android.view.View;
import android.widget.Button;
import android.widget.EditText;
import android.widget.LinearLayout;
import android.widget.TextView;

/** Works out what a loan costs. */
public class MainActivity extends Activity {
    private EditText amount;
    private TextView answer;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        LinearLayout column = new LinearLayout(this);
        column.setOrientation(LinearLayout.VERTICAL);
        amount = new EditText(this);
        answer = new TextView(this);
        Button go = new Button(this);
        go.setText("Work it out");
        go.setOnClickListener(this::workOut);
        column.addView(amount);
        column.addView(go);
        column.addView(answer);
        setContentView(column);
    }

    private void workOut(View button) {
        try {
            answer.setText(String.valueOf(Math.round(Integer.parseInt(amount.getText().toString()) * 1.12)));
        } catch (NumberFormatException none) {
            answer.setText("?");
        }
    }
}
