package com.example.givenscreen;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.provider.ContactsContract.Contacts;
import android.widget.Button;

/** Opens the list. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> {
            Intent intent = new Intent(this, RowsActivity.class);
            intent.putExtra("table", Contacts.CONTENT_URI);
            startActivity(intent);
        });
        setContentView(button);
    }
}
