package com.example.onekey;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
