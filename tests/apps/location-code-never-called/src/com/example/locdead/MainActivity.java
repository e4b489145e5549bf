package com.example.locdead;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
