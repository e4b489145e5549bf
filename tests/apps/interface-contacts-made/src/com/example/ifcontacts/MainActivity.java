package com.example.ifcontacts;

import android.app.Activity;
import android.os.Bundle;

/** Reads from the source it is given; it is the one for contacts. */
public class MainActivity extends Activity {
    private final Source source = new PeopleSource();

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle(source.read(this));
    }
}
