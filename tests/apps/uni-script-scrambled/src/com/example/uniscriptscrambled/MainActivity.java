package com.example.uniscriptscrambled;

import android.app.Activity;

/** The screen in which the framework would show its page; what the app does stands in its script. */
public class MainActivity extends Activity {
}
