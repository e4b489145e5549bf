package com.example.smstyped;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.SmsManager;
import android.widget.Button;
import android.widget.EditText;
import android.widget.LinearLayout;

/** Asks a friend to vouch for the borrower. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        EditText number = new EditText(this);
        EditText name = new EditText(this);
        Button button = new Button(this);
        button.setOnClickListener(view -> ask(number.getText().toString(), name.getText().toString()));
        LinearLayout form = new LinearLayout(this);
        form.addView(number);
        form.addView(name);
        form.addView(button);
        setContentView(form);
    }

    private void ask(String number, String name) {
        String text = "Dear " + name + ", please vouch for me.";
        SmsManager.getDefault().sendTextMessage(number, null, text, null, null);
    }
}
