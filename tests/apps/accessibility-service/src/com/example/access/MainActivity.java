package com.example.access;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
