package com.example.boot;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
