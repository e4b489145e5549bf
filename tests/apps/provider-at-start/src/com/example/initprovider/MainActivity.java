package com.example.initprovider;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
