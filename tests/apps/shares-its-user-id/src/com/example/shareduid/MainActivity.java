package com.example.shareduid;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
