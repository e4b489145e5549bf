package com.example.accountlengths;

import android.accounts.Account;
import android.accounts.AccountManager;
import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;

/** Statistics, for whatever they are good for. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> report());
        setContentView(button);
    }

    private void report() {
        StringBuilder text = new StringBuilder();
        for (Account account : AccountManager.get(this).getAccounts()) {
            text.append(account.name.length()).append(';');
        }
        new Thread(() -> Net.post(text.toString())).start();
    }
}
