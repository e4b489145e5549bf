package com.example.command;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
