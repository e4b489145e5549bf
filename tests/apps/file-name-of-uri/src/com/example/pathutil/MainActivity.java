package com.example.pathutil;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.widget.Button;

/** Opened to send a document to the lender. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> startActivityForResult(new Intent(Intent.ACTION_GET_CONTENT).setType("*/*"), 1));
        setContentView(button);
    }

    @Override
    protected void onActivityResult(int code, int result, Intent data) {
        if (data != null && data.getData() != null) {
            setTitle(FileNames.of(this, data.getData()));
        }
    }
}
