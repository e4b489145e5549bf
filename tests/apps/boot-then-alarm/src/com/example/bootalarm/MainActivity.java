package com.example.bootalarm;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
