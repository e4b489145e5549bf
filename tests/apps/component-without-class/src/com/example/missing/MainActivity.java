package com.example.missing;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
