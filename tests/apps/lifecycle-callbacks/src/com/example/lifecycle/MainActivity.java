package com.example.lifecycle;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
