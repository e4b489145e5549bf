package com.example.push;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
