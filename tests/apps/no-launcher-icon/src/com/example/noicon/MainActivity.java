package com.example.noicon;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
