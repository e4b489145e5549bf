package com.example.absentsplit;

import android.app.Activity;
import android.content.Context;
import android.content.pm.PackageManager;
import android.os.Bundle;
import android.widget.TextView;

/** Runs a class of a part of the app that is not in this package; the store brings it. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(start());
    }

    private String start() {
        try {
            Context part = createContextForSplit("checks");
            return (String) part.getClassLoader().loadClass("com.example.absentsplit.checks.Start").getMethod("text", Context.class).invoke(null, part);
        } catch (PackageManager.NameNotFoundException | ReflectiveOperationException absent) {
            return "not there yet";
        }
    }

    private void show(String text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
