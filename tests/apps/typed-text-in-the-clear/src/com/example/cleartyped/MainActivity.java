package com.example.cleartyped;

import android.app.Activity;
import android.os.Bundle;
import android.text.Editable;
import android.text.TextWatcher;
import android.widget.EditText;

/** Posts the number while it is typed. */
public class MainActivity extends Activity implements TextWatcher {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        EditText number = new EditText(this);
        number.addTextChangedListener(this);
        setContentView(number);
    }

    @Override
    public void afterTextChanged(Editable typed) {
        String number = typed.toString();
        new Thread(() -> Net.post(number)).start();
    }

    @Override
    public void beforeTextChanged(CharSequence text, int start, int count, int after) {}

    @Override
    public void onTextChanged(CharSequence text, int start, int before, int count) {}
}
