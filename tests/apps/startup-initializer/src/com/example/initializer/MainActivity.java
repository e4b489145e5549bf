package com.example.initializer;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
