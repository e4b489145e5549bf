package com.example.internetonly;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
