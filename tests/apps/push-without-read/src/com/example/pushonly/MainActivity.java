package com.example.pushonly;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
