package com.example.stubonly;

import android.app.Activity;
import android.os.Bundle;

/** A screen of which only the outside is here: its methods are filled in by the library. */
public class MainActivity extends Activity {
    @Override
    protected native void onCreate(Bundle state);
}
