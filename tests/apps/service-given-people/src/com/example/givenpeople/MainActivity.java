package com.example.givenpeople;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.provider.ContactsContract.Contacts;
import android.widget.Button;

/** Hands the table to the service. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> startService(new Intent(this, RowService.class).setData(Contacts.CONTENT_URI)));
        setContentView(button);
    }
}
