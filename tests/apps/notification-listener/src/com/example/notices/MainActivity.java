package com.example.notices;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
