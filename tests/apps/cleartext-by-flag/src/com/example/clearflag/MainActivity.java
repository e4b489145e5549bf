package com.example.clearflag;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
