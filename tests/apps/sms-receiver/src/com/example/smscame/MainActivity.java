package com.example.smscame;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
