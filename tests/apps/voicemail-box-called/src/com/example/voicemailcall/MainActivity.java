package com.example.voicemailcall;

import android.app.Activity;
import android.content.Intent;
import android.net.Uri;
import android.os.Bundle;
import android.widget.Button;

/** Opens the phone app. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> startActivity(new Intent(Intent.ACTION_DIAL, Uri.parse("voicemail:"))));
        setContentView(button);
    }
}
