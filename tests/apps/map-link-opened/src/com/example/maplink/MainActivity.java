package com.example.maplink;

import android.app.Activity;
import android.content.Intent;
import android.net.Uri;
import android.os.Bundle;
import android.widget.Button;

/** Shows the way to the branch office. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> startActivity(new Intent(Intent.ACTION_VIEW, Uri.parse("geo:14.55,121.02?q=branch"))));
        setContentView(button);
    }
}
