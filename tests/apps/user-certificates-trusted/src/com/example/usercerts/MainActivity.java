package com.example.usercerts;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
