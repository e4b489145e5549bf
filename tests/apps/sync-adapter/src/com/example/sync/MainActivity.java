package com.example.sync;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
