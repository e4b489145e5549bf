package com.example.ownkey;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
