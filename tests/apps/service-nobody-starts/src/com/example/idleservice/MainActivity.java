package com.example.idleservice;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
