package com.example.composer;

import android.app.Activity;
import android.content.Intent;
import android.net.Uri;
import android.os.Bundle;
import android.widget.Button;

/** The person sees the message before it goes. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> startActivity(
                new Intent(Intent.ACTION_SENDTO, Uri.parse("smsto:10086")).putExtra("sms_body", "Borrow with us!")));
        setContentView(button);
    }
}
