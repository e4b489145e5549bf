package com.example.idleworker;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
