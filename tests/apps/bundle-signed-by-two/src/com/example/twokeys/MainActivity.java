package com.example.twokeys;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
