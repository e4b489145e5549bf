package com.example.clearforbidden;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
