package com.example.assistant;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
