package com.example.invitechooser;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.widget.Button;

/** Nothing happens until the person chooses. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setText("Invite a friend");
        button.setOnClickListener(view -> share("Borrow with us! https://example.com/i/" + System.currentTimeMillis()));
        setContentView(button);
    }

    private void share(String text) {
        Intent send = new Intent(Intent.ACTION_SEND);
        send.setType("text/plain");
        send.putExtra(Intent.EXTRA_TEXT, text);
        startActivity(Intent.createChooser(send, "Share"));
    }
}
