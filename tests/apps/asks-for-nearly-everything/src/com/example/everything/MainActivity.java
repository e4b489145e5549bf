package com.example.everything;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
