package com.example.commandlog;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
