package com.example.clearconfig;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
