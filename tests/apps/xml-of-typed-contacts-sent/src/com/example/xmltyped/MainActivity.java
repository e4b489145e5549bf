package com.example.xmltyped;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;
import android.widget.EditText;
import android.widget.LinearLayout;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Asks for a mother and a friend. */
public class MainActivity extends Activity {
    private final Map<String, String> contacts = new TreeMap<>();

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        EditText mother = new EditText(this);
        EditText friend = new EditText(this);
        Button button = new Button(this);
        button.setOnClickListener(view -> {
            contacts.put("mother", mother.getText().toString());
            contacts.put("friend", friend.getText().toString());
            new Thread(this::send).start();
        });
        LinearLayout form = new LinearLayout(this);
        form.addView(mother);
        form.addView(friend);
        form.addView(button);
        setContentView(form);
    }

    private void send() {
        try {
            Net.post(XmlTable.write(contacts));
        } catch (IOException broken) {
            finish();
        }
    }
}
