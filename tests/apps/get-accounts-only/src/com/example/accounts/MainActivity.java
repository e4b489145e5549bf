package com.example.accounts;

import android.accounts.Account;
import android.accounts.AccountManager;
import android.app.Activity;
import android.os.Bundle;
import android.widget.TextView;

/** Lists the accounts signed in on this phone. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        StringBuilder text = new StringBuilder();
        for (Account account : AccountManager.get(this).getAccounts()) {
            text.append(account.name).append(' ').append(account.type).append('\n');
        }
        show(text.toString());
    }

    private void show(String text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
