package com.example.accountchosen;

import android.accounts.AccountManager;
import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.widget.Button;
import android.widget.TextView;

/** Signs in. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> choose());
        setContentView(button);
    }

    private void choose() {
        String[] types = {"com.google"};
        startActivityForResult(AccountManager.newChooseAccountIntent(null, null, types, null, null, null, null), 1);
    }

    @Override
    protected void onActivityResult(int code, int result, Intent data) {
        if (result == RESULT_OK) {
            show(data.getStringExtra(AccountManager.KEY_ACCOUNT_NAME));
        }
    }

    private void show(CharSequence text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
