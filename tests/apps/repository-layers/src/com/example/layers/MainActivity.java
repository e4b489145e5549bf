package com.example.layers;

import android.app.Activity;
import android.os.Bundle;
import android.widget.TextView;

/** The screen knows the view model only. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TextView view = new TextView(this);
        setContentView(view);
        new PeopleModel(new LoadPeople(Repositories.people(this))).load(names -> view.post(() -> view.setText(names.toString())));
    }
}
