package com.example.providergives;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
