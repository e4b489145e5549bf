package com.example.listenerother;

import android.app.Activity;
import android.os.Bundle;
import android.widget.TextView;

/** Two loaders, each with a listener of its own. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TextView view = new TextView(this);
        setContentView(view);
        PeopleLoader people = new PeopleLoader(getContentResolver());
        people.setListener(rows -> view.post(() -> view.setText(rows.toString())));
        people.start();
        FontLoader fonts = new FontLoader();
        fonts.setListener(new SendListener());
        fonts.start();
    }
}
