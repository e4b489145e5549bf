package com.example.debugcerts;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
