package com.example.otherapp;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
