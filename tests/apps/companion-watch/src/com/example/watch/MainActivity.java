package com.example.watch;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
