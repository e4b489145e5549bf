package com.example.binder;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
