package com.example.protector;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
