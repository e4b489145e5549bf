package com.example.vone;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
