package com.example.listenersends;

import android.app.Activity;
import android.os.Bundle;

/** Sets the listener and starts. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        PeopleLoader loader = new PeopleLoader(getContentResolver());
        loader.setListener(new SendListener());
        loader.start();
    }
}
