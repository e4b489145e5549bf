package com.example.contract;

import android.os.Bundle;
import android.widget.Button;
import androidx.activity.ComponentActivity;
import androidx.activity.result.ActivityResultLauncher;
import androidx.activity.result.contract.ActivityResultContracts;

/** Registers for the answer, asks on a tap, reads on yes. */
public class MainActivity extends ComponentActivity {
    private final ActivityResultLauncher<String> permission =
            registerForActivityResult(new ActivityResultContracts.RequestPermission(), this::answered);

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> permission.launch("android.permission.READ_CONTACTS"));
        setContentView(button);
    }

    private void answered(boolean granted) {
        if (granted) {
            setTitle(Book.read(this));
        }
    }
}
