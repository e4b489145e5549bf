package com.example.aospkey;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
