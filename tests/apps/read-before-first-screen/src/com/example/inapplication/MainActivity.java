package com.example.inapplication;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
