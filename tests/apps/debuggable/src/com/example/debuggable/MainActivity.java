package com.example.debuggable;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
