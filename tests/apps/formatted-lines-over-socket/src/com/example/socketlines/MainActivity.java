package com.example.socketlines;

import android.app.Activity;
import android.os.Bundle;

/** Opens the line as soon as the app is open. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Thread(new Line(getContentResolver())).start();
    }
}
