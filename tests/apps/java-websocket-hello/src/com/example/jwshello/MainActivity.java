package com.example.jwshello;

import android.app.Activity;
import android.os.Bundle;
import android.widget.TextView;
import java.net.URI;

/** Connects when it is opened. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TextView view = new TextView(this);
        view.setText(Book.read(getContentResolver()).toString());
        setContentView(view);
        new Link(URI.create("wss://ws.example.com/hello")).connect();
    }
}
