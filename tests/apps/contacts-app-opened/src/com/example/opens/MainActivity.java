package com.example.opens;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.provider.ContactsContract.Contacts;
import android.widget.Button;

/** Shows the list in the other app. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> startActivity(new Intent(Intent.ACTION_VIEW, Contacts.CONTENT_URI)));
        setContentView(button);
    }
}
