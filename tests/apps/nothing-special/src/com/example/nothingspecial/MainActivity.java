package com.example.nothingspecial;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
