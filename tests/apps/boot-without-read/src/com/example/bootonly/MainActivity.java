package com.example.bootonly;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
