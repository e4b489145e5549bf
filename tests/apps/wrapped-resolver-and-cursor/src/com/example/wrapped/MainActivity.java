package com.example.wrapped;

import android.app.Activity;
import android.os.Bundle;
import android.widget.TextView;

/** Shows people. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        StringBuilder text = new StringBuilder();
        PersonCursor people = People.open(new SafeResolver(this));
        while (people != null && people.moveToNext()) {
            text.append(people.getName()).append(people.getPhone());
        }
        show(text);
    }

    private void show(CharSequence text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
