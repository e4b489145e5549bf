package com.example.watchonly;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
