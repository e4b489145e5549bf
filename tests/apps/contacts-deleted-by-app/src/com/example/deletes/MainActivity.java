package com.example.deletes;

import android.app.Activity;
import android.os.Bundle;
import android.provider.ContactsContract.RawContacts;
import android.widget.Button;

/** Takes back what the app once added. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> getContentResolver().delete(
                RawContacts.CONTENT_URI, "account_type = ?", new String[] {"com.example.deletes"}));
        setContentView(button);
    }
}
