package com.example.screening;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
