package com.example.keyboard;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
