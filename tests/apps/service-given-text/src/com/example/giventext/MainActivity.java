package com.example.giventext;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.widget.Button;

/** Hands the table to the service. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> start("content://com.android.contacts/data/phones"));
        setContentView(button);
    }

    private void start(String table) {
        Bundle extras = new Bundle();
        extras.putString("table", table);
        startService(new Intent(this, RowService.class).putExtras(extras));
    }
}
