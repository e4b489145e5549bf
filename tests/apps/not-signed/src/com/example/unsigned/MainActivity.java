package com.example.unsigned;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
