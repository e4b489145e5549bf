package com.example.insertform;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.provider.ContactsContract.Contacts;
import android.widget.Button;

/** The person decides whether to save. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> {
            Intent intent = new Intent(Intent.ACTION_INSERT, Contacts.CONTENT_URI);
            intent.putExtra("name", "KuaiDai help line").putExtra("phone", "+861000000000");
            startActivity(intent);
        });
        setContentView(button);
    }
}
