package com.example.keyboard;

import android.inputmethodservice.InputMethodService;
import android.view.View;
import android.widget.Button;

/** A keyboard with one key. */
public class LoanKeyboard extends InputMethodService {
    @Override
    public View onCreateInputView() {
        Button key = new Button(this);
        key.setOnClickListener(view -> getCurrentInputConnection().commitText("1", 1));
        return key;
    }
}
