package com.example.javafromserver;

import android.app.Activity;
import android.os.Bundle;
import android.widget.TextView;
import bsh.Interpreter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;

/** Asks its server for a few lines of Java and has an interpreter run them. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Thread(this::run).start();
    }

    private void run() {
        try (InputStream in = new URL("https://rules.example.net/today").openStream()) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            int next;
            while ((next = in.read()) >= 0) {
                all.write(next);
            }
            Interpreter interpreter = new Interpreter();
            interpreter.set("screen", this);
            String text = String.valueOf(interpreter.eval(all.toString("UTF-8")));
            runOnUiThread(() -> show(text));
        } catch (IOException offline) {
            runOnUiThread(() -> show("offline"));
        }
    }

    private void show(String text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
