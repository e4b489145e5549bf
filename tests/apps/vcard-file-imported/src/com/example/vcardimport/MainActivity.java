package com.example.vcardimport;

import android.app.Activity;
import android.content.Intent;
import android.net.Uri;
import android.os.Bundle;
import android.widget.Button;
import android.widget.TextView;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

/** Imports a file. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> choose());
        setContentView(button);
    }

    private void choose() {
        Intent intent = new Intent(Intent.ACTION_OPEN_DOCUMENT).addCategory(Intent.CATEGORY_OPENABLE).setType("text/x-vcard");
        startActivityForResult(intent, 1);
    }

    @Override
    protected void onActivityResult(int code, int result, Intent data) {
        if (code == 1 && result == RESULT_OK) {
            try {
                show(readNames(data.getData()));
            } catch (IOException broken) {
                show(broken.getMessage());
            }
        }
    }

    private String readNames(Uri file) throws IOException {
        StringBuilder text = new StringBuilder();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(getContentResolver().openInputStream(file)))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("FN:") || line.startsWith("TEL")) {
                    text.append(line);
                }
            }
        }
        return text.toString();
    }

    private void show(CharSequence text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
